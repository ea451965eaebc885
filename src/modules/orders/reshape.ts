import { newId } from '../../kernel/ids.ts'
import type { FormState } from '../../ui/fields.ts'
import { type Fields, rowsIn, withRows } from '../../ui/form-rows.ts'
import { appendixKinds, kitNamed } from './effects/kits.ts'

const emptyPoint = (level: string): Fields => ({ text: '', level, startsOn: '', dueOn: '' })

function moved<Row>(rows: readonly Row[], from: number, to: number): Row[] {
  const row = rows[from]
  if (row === undefined || to < 0 || to >= rows.length) return [...rows]
  return rows.toSpliced(from, 1).toSpliced(to, 0, row)
}

const levelOf = (row: Fields | undefined) => String(row?.level ?? '1')

/** Buttons over the list of points: «point:add», «point:below:2», «point:remove:2», «point:up:2», «point:down:2». */
function reshapePoints(rows: Fields[], deed: string, at: number): Fields[] {
  switch (deed) {
    case 'add':
      return [...rows, emptyPoint('1')]
    case 'below':
      return rows.toSpliced(at + 1, 0, emptyPoint(levelOf(rows[at])))
    case 'remove':
      return rows.toSpliced(at, 1)
    case 'up':
      return moved(rows, at, at - 1)
    case 'down':
      return moved(rows, at, at + 1)
    default:
      return rows
  }
}

/** Buttons over the criteria of a call: «criterion:add:2:0», «criterion:remove:2:0:1». */
function reshapeCriteria(row: Fields, deed: string, effectAt: number, at: number): Fields {
  const effects = rowsIn(row, 'effects')
  const effect = effects[effectAt]
  if (effect === undefined) return row
  const criteria = rowsIn(effect, 'criteria')
  const changed =
    deed === 'remove' ? criteria.toSpliced(at, 1) : [...criteria, { code: newId(), title: '', weight: '1', levels: '' }]
  return withRows(row, 'effects', effects.with(effectAt, withRows(effect, 'criteria', changed)))
}

/** Buttons over the changes of one point: «effect:add:2» takes the kind chosen beside it, if there is such a kind, «effect:remove:2:0». */
function reshapeEffects(row: Fields, deed: string, at: number): Fields {
  const effects = rowsIn(row, 'effects')
  const { newEffect, ...rest } = row
  if (deed === 'remove') return withRows(row, 'effects', effects.toSpliced(at, 1))
  const kit = kitNamed(String(newEffect ?? ''))
  if (deed !== 'add' || !kit) return row
  const added: Fields = { kind: kit.kind, ...kit.begin?.() }
  return withRows(rest, 'effects', [...effects, added])
}

function reshapeAppendices(values: Fields, deed: string, at: number): Fields {
  const rows = rowsIn(values, 'appendices')
  if (deed === 'remove') return withRows(values, 'appendices', rows.toSpliced(at, 1))
  const { newAppendix, ...rest } = values
  const content = String(newAppendix ?? '')
  const title = appendixKinds().find((one) => one.content === content)?.title
  return deed === 'add' && title !== undefined ? withRows(rest, 'appendices', [...rows, { title, content }]) : values
}

/**
 * What the buttons of the editor do to the form itself. They save nothing; null: another button was pressed. «names» only shows the form
 * again, which leaves a new empty line under every list of names.
 */
export function reshapeOrder(values: FormState['values']): FormState['values'] | null {
  const { change, ...given } = values
  if (change === undefined) return null
  const [what, deed = '', first = '', second = '', third = ''] = String(change).split(':')
  const at = Number(first)
  if (what === 'point') return withRows(given, 'points', reshapePoints(rowsIn(given, 'points'), deed, at))
  if (what === 'appendix') return reshapeAppendices(given, deed, at)
  if (what !== 'effect' && what !== 'criterion') return given
  const points = rowsIn(given, 'points')
  const row = points[at]
  if (!row) return given
  const changed =
    what === 'effect' ? reshapeEffects(row, deed, Number(second)) : reshapeCriteria(row, deed, Number(second), Number(third))
  return withRows(given, 'points', points.with(at, changed))
}
