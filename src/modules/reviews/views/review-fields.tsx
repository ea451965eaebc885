import type { Ctx } from '../../../authz/ctx.ts'
import { plural } from '../../../kernel/plural.ts'
import { Checkbox, errorOf, type FormState, Radios, TextArea } from '../../../ui/fields.ts'
import { Sheet } from '../../../ui/frame.ts'
import type { ReviewCriterion } from '../../calls/model.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import { type ReviewText, recommendations } from '../model.ts'
import { points, recommendationNames } from '../wording.ts'

type ReviewFieldsProps = {
  ctx: Ctx
  criteria: readonly ReviewCriterion[]
  form: FormState | null
  text: ReviewText
  /** The clause that asks for reasons. */
  clause: string | undefined
}

/** Every criterion with its levels in words and a place for the reason; then the conclusion and the recommendation. */
export function ReviewFields({ ctx, criteria, form, text, clause }: ReviewFieldsProps) {
  const given = new Map(text.scores.map((score) => [score.code, score]))
  return (
    <>
      {criteria.map((criterion, at) => {
        const score = given.get(criterion.code)
        return (
          <Sheet title={`${at + 1}. ${criterion.title}`} aside={<span class="pl-quiet">вес {points(criterion.weight)}</span>}>
            <Radios
              form={form}
              name={`scores.${criterion.code}.points`}
              label={`Уровень по критерию ${at + 1}`}
              initial={score?.points == null ? '' : String(score.points)}
              choices={criterion.levels.map((level) => ({
                value: String(level.points),
                label: level.text,
                hint: pointsWords(level.points),
              }))}
            />
            <TextArea
              form={form}
              name={`scores.${criterion.code}.comment`}
              label={`Обоснование по критерию ${at + 1}`}
              hint={<CommentHint ctx={ctx} rule={criterion.comment} clause={clause} />}
              initial={score?.comment ?? ''}
              rows={3}
            />
          </Sheet>
        )
      })}
      <Sheet title="Вывод">
        <TextArea
          form={form}
          name="conclusion"
          label="Заключение"
          hint="Что в программе сильного, чего не хватает, что доработать"
          initial={text.conclusion}
          rows={8}
        />
        <Radios
          form={form}
          name="recommendation"
          label="Рекомендация"
          initial={text.recommendation ?? ''}
          choices={recommendations.map((value) => ({ value, label: recommendationNames[value] }))}
        />
        {errorOf(form, 'sure') !== undefined && <Checkbox form={form} name="sure" label="Уровни и рекомендация верны" />}
      </Sheet>
    </>
  )
}

const pointsWords = (value: number): string => `${points(value)} ${plural(value, 'балл', 'балла', 'баллов')}`

const commentHints = {
  always: 'Обязательно при любом уровне',
  edges: 'Обязательно для высшего и низшего уровня',
  free: 'Можно не писать',
} as const

function CommentHint({ ctx, rule, clause }: { ctx: Ctx; rule: ReviewCriterion['comment']; clause: string | undefined }) {
  return (
    <>
      {commentHints[rule]} {rule !== 'free' && clauseLink(ctx, clause)}
    </>
  )
}
