// The lab's name, as lists of labs have it.
export const title = "Diffusion step by step";
/** Of the labs of its problem, which stand together. */
export const group = "From VAE to diffusion";
