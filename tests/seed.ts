// One seed for every run: a property that fails once fails again. FC_SEED from outside tries others.
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20251) });
