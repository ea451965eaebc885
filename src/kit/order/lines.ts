import type { RegulationLineId } from '../../kernel/types.ts'
import { orderParts } from './parts.ts'
import type { Registers } from './registers.ts'

/** The registers as a line of the territory is asked about: by the edition this order approves in it, else by the one in force. */
function underLine(registers: Registers, line: RegulationLineId): Registers {
  if (line === registers.judgedBy?.lineId) return registers
  const [inForce, judgedBy] = [registers.inForceOf.get(line) ?? null, registers.judgedByOf.get(line) ?? null]
  return { ...registers, inForce, judgedBy }
}

/** The registers as an effect is asked about: under the line of whatever it names; what names nothing of any is under that of the order. */
export function underLineOf(registers: Registers, effect: object): Registers {
  const parts = orderParts.parts()
  for (const id of Object.values(effect).flat())
    for (const { editionOf } of parts) {
      const edition = typeof id === 'string' ? editionOf?.(id, registers) : null
      const known = edition && registers.regulations.get(edition)
      if (known) return underLine(registers, known.lineId)
    }
  return registers
}

/** Effects said or applied together, line after line, each with the registers as its line is asked about. */
export function lineAfterLine<One>(
  registers: Registers,
  ones: readonly One[],
  effectOf: (one: One) => object,
): readonly { readonly registers: Registers; readonly ones: readonly One[] }[] {
  const seen = ones.map((one) => ({ one, registers: underLineOf(registers, effectOf(one)) }))
  return [...Map.groupBy(seen, (each) => each.registers.judgedBy?.lineId).values()].map((alike) => ({
    registers: alike[0]?.registers ?? registers,
    ones: alike.map(({ one }) => one),
  }))
}
