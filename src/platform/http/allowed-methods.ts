interface KnownRoute {
  segments: string[];
  methods: Set<string>;
}

/** Remembers which methods each address has, so that a wrong one is answered 405 with `Allow`. */
export class AllowedMethods {
  private readonly routes = new Map<string, KnownRoute>();

  add(url: string, methods: readonly string[]): void {
    const known = this.routes.get(url) ?? { segments: url.split('/'), methods: new Set<string>() };
    for (const method of methods) known.methods.add(method);
    this.routes.set(url, known);
  }

  /** The methods of the address, in alphabetical order; empty where nothing is. */
  of(path: string): string[] {
    const segments = path.split('/');
    const methods = new Set<string>();
    for (const route of this.routes.values()) {
      if (!matches(route.segments, segments)) continue;
      for (const method of route.methods) methods.add(method);
    }
    return [...methods].sort();
  }
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.at(-1) === '*') {
    return (
      path.length >= pattern.length && pattern.slice(0, -1).every((part, index) => fits(part, path[index]))
    );
  }
  return pattern.length === path.length && pattern.every((part, index) => fits(part, path[index]));
}

const fits = (pattern: string, part = '') => (pattern.startsWith(':') ? part !== '' : pattern === part);
