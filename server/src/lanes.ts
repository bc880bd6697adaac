/**
 * Lets so many works run at once; the others wait their turn in order. For what takes a core or a lot of memory (a
 * password's hash, an import), so that a crowd of them does not take the machine away from everybody else.
 */
export class Lanes {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(lanes: number) {
    this.#free = lanes;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The lane goes from hand to hand, so nobody who comes later slips in before those who wait.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
