// Reading tests/golden: results of independent software. The JSON is parsed to the nearest double.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>

#include "svm/kernel.h"

namespace proofground::golden {

inline rapidjson::Document read(const std::string& file) {
  const std::string path = std::string(PROOFGROUND_GOLDEN_DIR) + "/" + file;
  std::ifstream stream(path);
  if (!stream) throw std::runtime_error("cannot open " + path);
  std::stringstream text;
  text << stream.rdbuf();
  rapidjson::Document document;
  document.Parse<rapidjson::kParseFullPrecisionFlag>(text.str());
  if (document.HasParseError()) throw std::runtime_error("not JSON: " + path);
  return document;
}

inline std::vector<double> vector_of(const rapidjson::Value& array) {
  std::vector<double> values;
  for (const auto& value : array.GetArray()) values.push_back(value.GetDouble());
  return values;
}

/// A matrix as nested arrays, row-major.
inline std::vector<double> matrix_of(const rapidjson::Value& rows) {
  std::vector<double> values;
  for (const auto& row : rows.GetArray())
    for (const auto& value : row.GetArray()) values.push_back(value.GetDouble());
  return values;
}

inline Kernel kernel_of(const rapidjson::Value& object) {
  Kernel kernel;
  const std::string type = object["type"].GetString();
  kernel.type = type == "linear" ? KernelType::linear
                : type == "rbf"  ? KernelType::rbf
                : type == "poly" ? KernelType::poly
                                 : KernelType::sigmoid;
  if (object.HasMember("gamma")) kernel.gamma = object["gamma"].GetDouble();
  if (object.HasMember("coef0")) kernel.coef0 = object["coef0"].GetDouble();
  if (object.HasMember("degree")) kernel.degree = object["degree"].GetInt();
  return kernel;
}

}  // namespace proofground::golden
