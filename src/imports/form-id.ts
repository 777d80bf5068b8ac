/** The id of a form, as Google's forms have it; one rule for every door, so that file and push mean the same form. */
export const formIdPattern = /^[A-Za-z0-9_-]{1,64}$/;
