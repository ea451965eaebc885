import type { Registers } from '../../kit/order/registers.ts'
import type { AppendixPlan } from '../../kit/order/template.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { appendixKinds } from './effects/kits.ts'

/** An appendix as it is printed. A cell with several lines is a list. */
export type Appendix =
  | { readonly number: number; readonly title: string; readonly content: 'regulation'; readonly regulation: Regulation }
  | {
      readonly number: number
      readonly title: string
      readonly content: 'sites' | 'attachments' | 'criteria'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly (readonly string[])[])[]
    }

/** Builds the appendices of an order from its effects. (L-O3, C-O1) */
export function buildAppendices(plans: readonly AppendixPlan[], registers: Registers): Appendix[] {
  return plans.flatMap((plan, index): Appendix[] => {
    const { title, content } = plan
    const number = index + 1
    if (content === 'regulation') {
      const nth = plans.slice(0, index).filter((one) => one.content === 'regulation').length
      const regulation = (registers.approved[nth] ?? registers.judgedBy)?.paper
      return regulation ? [{ number, title, content, regulation }] : []
    }
    const kind = appendixKinds().find((one) => one.content === content)
    const columns = plan.columns ?? kind?.columns ?? []
    return [{ number, title, content, columns, rows: [...(kind?.rows?.(registers) ?? [])] }]
  })
}
