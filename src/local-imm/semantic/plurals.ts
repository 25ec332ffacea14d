/** Plain English plurals of a name's last word; none if it isn't English. */
export function pluralsOf(name: string): readonly string[] {
  if (!/[a-z]$/.test(name)) return [];
  if (/(s|x|z|ch|sh)$/.test(name)) return [`${name}es`];
  if (/[^aeiou ]y$/.test(name)) return [`${name.slice(0, -1)}ies`];
  return /[^aeiou ]o$/.test(name) ? [`${name}s`, `${name}es`] : [`${name}s`];
}

/** What a name can be a plain plural of. */
export function singularsOf(name: string): readonly string[] {
  if (!name.endsWith("s") || uncountable.test(name)) return [];
  const candidates = [name.slice(0, -1), name.slice(0, -2), name.replace(/ies$/, "y")];
  return candidates.filter((one) => one.length > 2 && pluralsOf(one).includes(name));
}

const uncountable = /(^| )(news|series|species|gas|bus|lens|tennis|chess|canvas)$/;
