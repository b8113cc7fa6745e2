// Compiled for speed: the steps of a training.
#include "vae/pass.h"

#include <algorithm>

#include "nn/lanes.h"
#include "nn/panels.h"

namespace proofground::vae {

using nn::f32x4;

Pass::Pass(const Network& network, int rows)
    : shape_(network.shape()),
      rows_(rows),
      encoder_(network.encoder().tape(rows)),
      decoder_(network.decoder().tape(rows, nn::InputGradient::yes)),
      target_(nn::panel_size(rows, shape_.dx)) {
  const int whole = (rows * shape_.dz + nn::kLanes - 1) / nn::kLanes * nn::kLanes;
  for (std::vector<float>* values : {&eps_, &mu_, &r_, &v_, &slope_, &sd_, &variance_, &z_}) values->resize(whole);
}

void Pass::set_example(int row, const float* x, int label) {
  for (int k = 0; k < shape_.dx; ++k) {
    target_[nn::place(rows_, row, k)] = x[k];
    encoder_.x[nn::place(rows_, row, k)] = x[k];
  }
  for (int c = 0; c < shape_.classes; ++c) {
    const float one = c == label ? 1.0F : 0.0F;
    encoder_.x[nn::place(rows_, row, shape_.dx + c)] = one;
    decoder_.x[nn::place(rows_, row, shape_.dz + c)] = one;
  }
}

/// z from mu, r and eps. @return the sum of all KL
double Pass::latent(const LossRule& rule) {
  const f32x4 bound = nn::splat(kLogVarBound), inverse = nn::splat(1 / kLogVarBound), log_sd = nn::splat(rule.log_sd);
  for (std::size_t i = 0; i < v_.size(); i += nn::kLanes) {
    const nn::TanhSlope held = nn::tanh_and_slope(nn::load(&r_[i]) * inverse);
    const f32x4 v = bound * held.value, sd = nn::exp(log_sd * v);
    nn::store(&v_[i], v);
    nn::store(&slope_[i], held.slope);
    nn::store(&sd_[i], sd);
    nn::store(&variance_[i], nn::exp(v));
    nn::store(&z_[i], nn::load(&mu_[i]) + sd * nn::load(&eps_[i]));
  }
  double sum = 0;
  const int count = rows_ * shape_.dz;
  for (int i = 0; i < count; ++i) {
    const auto mu = static_cast<double>(mu_[i]), variance = static_cast<double>(variance_[i]);
    sum += 0.5 * (mu * mu + ((variance - 1) - static_cast<double>(v_[i])));
  }
  return sum;
}

BatchLoss Pass::forward(const Network& network, const LossRule& rule) {
  const int dz = shape_.dz;
  network.encoder().forward(network.weights().data(), encoder_);
  for (int i = 0; i < rows_; ++i) {
    for (int j = 0; j < dz; ++j) {
      mu_[i * dz + j] = encoder_.y[nn::place(rows_, i, j)];
      r_[i * dz + j] = encoder_.y[nn::place(rows_, i, dz + j)];
    }
  }
  const double kl = latent(rule);
  for (int i = 0; i < rows_; ++i)
    for (int j = 0; j < dz; ++j) decoder_.x[nn::place(rows_, i, j)] = z_[i * dz + j];
  network.decoder().forward(network.weights().data(), decoder_);
  const float share = 1 / static_cast<float>(rows_);
  const float *o = decoder_.y.data(), *x = target_.data();
  const double reconstruction =
      shape_.likelihood == Likelihood::bernoulli
          ? bernoulli_loss(o, x, rows_, shape_.dx, share, decoder_.dy.data())
          : gaussian_loss(o, x, rows_, shape_.dx, rule.reconstruction, share, decoder_.dy.data());
  return {reconstruction / rows_, kl / rows_};
}

void Pass::backward(const Network& network, const LossRule& rule, float* gradient) {
  network.decoder().backward(network.weights().data(), decoder_, gradient);
  const int dz = shape_.dz;
  const float kl = rule.kl_weight / static_cast<float>(rows_);
  for (int i = 0; i < rows_; ++i) {
    for (int j = 0; j < dz; ++j) {
      const int at = i * dz + j;
      const float by_z = decoder_.dx[nn::place(rows_, i, j)];
      const float by_v = by_z * (rule.log_sd * (sd_[at] * eps_[at])) + kl * (0.5F * (variance_[at] - 1));
      encoder_.dy[nn::place(rows_, i, j)] = by_z + kl * mu_[at];
      encoder_.dy[nn::place(rows_, i, dz + j)] = by_v * slope_[at];
    }
  }
  network.encoder().backward(network.weights().data(), encoder_, gradient);
}

}  // namespace proofground::vae
