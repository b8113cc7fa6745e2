// Trains the denoiser of digits that ships: weights.mjs says how, builds this and writes down what came of it.
//
//   train SETTINGS OUT
//
// SETTINGS is a text of names and numbers, as weights.mjs writes it. OUT is the packed network (digits/packed.h). Prints one
// line a name: first (checksum of the network after the first steps), loss, training and heldOut (errors of the network).
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/require.h"
#include "diffusion/schedule.h"
#include "digits/packed.h"
#include "digits/trainer.h"

namespace {

using proofground::InvalidArgument;
using namespace proofground::digits;

/// Names, each with its numbers.
using Settings = std::map<std::string, std::vector<double>>;

Settings read(const char* file) {
  std::ifstream in(file);
  Settings settings;
  std::string name;
  for (std::size_t count = 0; in >> name >> count;) {
    std::vector<double>& values = settings[name];
    values.resize(count);
    for (double& value : values) in >> value;
  }
  if (!in.eof()) throw InvalidArgument("SETTINGS", "names and numbers", file);
  return settings;
}

double number(const Settings& settings, const char* name) { return settings.at(name).at(0); }
int whole(const Settings& settings, const char* name) { return static_cast<int>(number(settings, name)); }

Images images_of(const Settings& settings, const std::string& half) {
  const std::vector<double>& labels = settings.at(half + "Labels");
  return {settings.at(half + "Pixels"), {labels.begin(), labels.end()}};
}

/// Its last bytes, which are the checksum of all others (core/bytes.h).
std::string checksum(const std::vector<std::uint8_t>& bytes) {
  std::string text;
  for (std::size_t i = bytes.size() - 8; i < bytes.size(); ++i) {
    char two[3];
    (void)std::snprintf(two, sizeof two, "%02x", bytes[i]);
    text += two;
  }
  return text;
}

void print(const char* name, const std::vector<double>& values) {
  std::cout << name;
  for (const double value : values) std::cout << ' ' << value;
  std::cout << '\n';
}

void train(const Settings& settings, const char* out) {
  const auto schedule =
      proofground::diffusion::cosine_schedule(whole(settings, "T"), number(settings, "s"), number(settings, "betaMax"));
  TrainSettings how;
  how.shape = {whole(settings, "d"), whole(settings, "classes"), whole(settings, "features"), whole(settings, "width"),
               whole(settings, "depth")};
  how.label_dropout = number(settings, "labelDropout");
  how.batch = whole(settings, "batch");
  how.ema_decay = number(settings, "emaDecay");
  how.seed = static_cast<std::uint64_t>(number(settings, "seed"));
  const Images training = images_of(settings, "training"), held_out = images_of(settings, "heldOut");

  const std::vector<double>&rates = settings.at("rates"), &steps = settings.at("steps");
  const int first = whole(settings, "firstSteps");
  std::unique_ptr<Trainer> trainer;
  for (std::size_t phase = 0; phase < rates.size(); ++phase) {
    how.learning_rate = rates[phase];
    trainer = phase == 0 ? std::make_unique<Trainer>(training, schedule, how)
                         : std::make_unique<Trainer>(training, schedule, how, std::nullopt, trainer->save());
    int left = static_cast<int>(steps[phase]);
    if (phase == 0) {
      (void)trainer->advance(first);
      std::cout << "first " << checksum(trainer->averaged().save()) << '\n';
      left -= first;
    }
    while (left > 0) {
      const int now = std::min(left, 1000);
      double sum = 0;
      for (const double loss : trainer->advance(now)) sum += loss / now;
      left -= now;
      std::cerr << trainer->steps() << " steps, loss " << sum << '\n';
    }
  }
  std::vector<int> at;
  for (const int tenth : {1, 3, 5, 7, 9}) at.push_back(std::max(1, schedule.T() * tenth / 10));
  print("training", trainer->errors(training, at, 20'000));
  print("heldOut", trainer->errors(held_out, at, 20'000));
  const std::vector<std::uint8_t> bytes = packed(trainer->averaged());
  std::cout << "checksum " << checksum(bytes) << "\nparameters " << trainer->averaged().parameters() << '\n';
  std::ofstream(out, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 2;
  try {
    train(read(words[1]), words[2]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
