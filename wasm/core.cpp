// What the module says of itself.
#include <emscripten/bind.h>

#include <string>

namespace {

/// PROOFGROUND_VERSION: the project's version, given by the build.
std::string version() { return PROOFGROUND_VERSION; }

}  // namespace

EMSCRIPTEN_BINDINGS(core) { emscripten::function("version", &version); }
