import { PADDING } from '../index-file/bits.js';

/** The counterpart of BitReader. */
export interface BitWriter {
  bits(value: number, count: number): void;
  golomb(value: number, order: number): void;
  choice(value: number, count: number): void;
  /** All bytes, with the padding that must follow. */
  bytes(): Uint8Array;
}

export function writeBits(): BitWriter {
  const bytes: number[] = [];
  let room = 0;
  const bit = (value: number): void => {
    if (room === 0) {
      bytes.push(0);
      room = 8;
    }
    room -= 1;
    const last = bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) | (value << room);
  };
  return {
    bits(value, count) {
      for (let place = count - 1; place >= 0; place--) bit((value >>> place) & 1);
    },
    golomb(value, order) {
      const shifted = value + (1 << order);
      const length = 32 - Math.clz32(shifted);
      this.bits(0, length - 1 - order);
      this.bits(shifted, length);
    },
    choice(value, count) {
      this.bits(0, value);
      if (value < count - 1) this.bits(1, 1);
    },
    bytes: () => Uint8Array.from([...bytes, ...Array.from({ length: PADDING }, () => 0)]),
  };
}

/** Bits that an Exp-Golomb number takes. */
export function golombBits(value: number, order: number): number {
  return 2 * (32 - Math.clz32(value + (1 << order))) - 1 - order;
}
