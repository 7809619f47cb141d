/** Reads whole numbers of few bits from a buffer, without copying it. Throws a RangeError past its end. */
export interface BitReader {
  /** In bits from the buffer's start; may be set. */
  position: number;
  bits(count: number): number;
  /** An Exp-Golomb number from 0: short for small numbers, shortest for numbers around 2 to the power of `order`. */
  golomb(order: number): number;
  /** One of `count` values from 0, short for the first: a 0 for each value passed over, then a 1 unless only one is left. */
  choice(count: number): number;
}

/** Zero bytes after the last bit, so that a window of 32 bits can always be read. */
export const PADDING = 5;

/** No number in an index needs more; a longer one means damage. */
const LONGEST_PREFIX = 20;

export function readBits(view: DataView): BitReader {
  const window = (position: number): number => {
    const byte = position >>> 3;
    const shift = position & 7;
    const high = view.getUint32(byte);
    return shift === 0 ? high : ((high << shift) | (view.getUint8(byte + 4) >>> (8 - shift))) >>> 0;
  };
  return {
    position: 0,
    bits(count) {
      if (count === 0) return 0;
      const value = window(this.position) >>> (32 - count);
      this.position += count;
      return value;
    },
    golomb(order) {
      const prefix = Math.clz32(window(this.position));
      if (prefix > LONGEST_PREFIX) throw new RangeError('not a number');
      this.position += prefix;
      return this.bits(prefix + 1 + order) - (1 << order);
    },
    choice(count) {
      let value = 0;
      while (value < count - 1 && this.bits(1) === 0) value += 1;
      return value;
    },
  };
}
