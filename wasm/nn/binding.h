// What the bindings of all trainers share: the methods that every one has.
//
// One step is one call: V8 replaces a function by its optimised form only between calls (wasm/lib loops).
#pragma once

#include "wasm/core/binding.h"

namespace proofground::border {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsSteps)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSaved)

/// @tparam T has steps() taken, step(), which gives the loss, and save(), which gives bytes
template <class T>
struct TrainerMethods {
  static double steps(const T& trainer) { return static_cast<double>(trainer.steps()); }
  static JsNumber step(T& trainer) {
    return JsNumber(guarded([&] { return trainer.step(); }));
  }
  static JsBytes save(const T& trainer) {
    return JsBytes(guarded([&] { return bytes(trainer.save()); }));
  }
};

/// A class with those methods, to which a lab's binding adds its own.
template <class T>
emscripten::class_<T> bind_trainer(const char* name) {
  emscripten::class_<T> bound(name);
  bound.function("steps", &TrainerMethods<T>::steps)
      .function("step", &TrainerMethods<T>::step)
      .function("save", &TrainerMethods<T>::save);
  return bound;
}

}  // namespace proofground::border
