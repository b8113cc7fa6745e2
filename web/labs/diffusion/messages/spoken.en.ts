// What the stages say of their pictures to those who do not see them, in English. Loaded once a picture has come to rest.
export const spoken = {
  elbo: { title: "the curves of this picture" },
} as const;
