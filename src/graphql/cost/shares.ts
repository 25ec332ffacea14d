/** An argument that says how many objects a field brings. */
export interface PageArgument {
  readonly argument: string;
  readonly field: string;
  readonly value: number;
}

/** What a field that makes calls, or brings a page, costs in an operation, without the fields of its kind below it. */
export class Share {
  /** `Project.datasets`. */
  readonly coordinate: string;
  readonly cost: number;
  /** The argument that lowers it most; undefined if there is none. */
  readonly page: PageArgument | undefined;
  /** What it costs at the place that the argument is of: a field may be selected at several. */
  readonly #costThere: number;

  constructor(coordinate: string, cost: number, page?: PageArgument, costThere = cost) {
    this.coordinate = coordinate;
    this.cost = cost;
    this.page = page;
    this.#costThere = costThere;
  }

  /** The same for so many objects of a page. */
  times(objects: number, page: PageArgument | undefined): Share {
    return new Share(this.coordinate, this.cost * objects, this.page ?? page, this.#costThere * objects);
  }

  /** Both together, with the argument of the place that costs more. */
  plus(other: Share): Share {
    const larger = other.#costThere > this.#costThere ? other : this;
    return new Share(this.coordinate, this.cost + other.cost, larger.page, larger.#costThere);
  }
}

/** Shares, one for each coordinate. */
export class Shares implements Iterable<Share> {
  readonly #byCoordinate = new Map<string, Share>();

  add(share: Share): void {
    const before = this.#byCoordinate.get(share.coordinate);
    this.#byCoordinate.set(share.coordinate, before ? before.plus(share) : share);
  }

  [Symbol.iterator](): Iterator<Share> {
    return this.#byCoordinate.values();
  }
}
