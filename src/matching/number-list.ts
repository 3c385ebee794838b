/** Whole numbers one after another, packed. */
export class NumberList {
  length = 0
  private values = new Int32Array(1024)

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] as number
  }

  /** The numbers as they are now. */
  toArray(): Int32Array {
    return this.values.slice(0, this.length)
  }
}
