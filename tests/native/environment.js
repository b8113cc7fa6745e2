// Emscripten gives a program an environment of its own; the tests read RC_PARAMS and PROOFGROUND_* from the real one.
Module.preRun = () => Object.assign(ENV, process.env);
