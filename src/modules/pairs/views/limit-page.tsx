import { sql } from 'kysely'
import { lineRead, written } from '../../../kit/form/fields.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import { whole } from '../../../web/fields.ts'
import { paths as links } from '../../../web/paths.ts'
import type { Answer, PageRequest } from '../../../web/route.ts'
import { paths } from '../paths.ts'
import { pairsBy } from '../queries.ts'
import { loadsOf } from '../store.ts'
import { loadWords } from '../texts.ts'

const most = 30
export const limitForm = {
  most: lineRead('Не больше скольких пар сразу', whole('Не больше скольких пар сразу', 0, most), {
    hint: `Число от 0 до ${most}. Пары, которые уже работают, остаются`,
    width: 3,
    inputMode: 'decimal',
  }),
}

/** How many pairs one takes: everybody who proposes sees it beside the name. (c18) */
export async function limitPage({ ctx, tx, form }: Pick<PageRequest, 'ctx' | 'tx' | 'form'>): Promise<Answer> {
  const { personId } = ctx.actor
  const [loadOf, count] = await Promise.all([
    loadsOf(tx, ctx, [personId]),
    pairsBy(tx, ctx, sql`g.mentor_id = ${personId}`).count(1),
  ])
  const load = loadOf(personId)
  const title = 'Сколько пар я веду'
  const at = { territory: ctx.territory.code }
  const body = (
    <FormPage
      {...{ title, form }}
      way={[{ href: links.my(at), label: 'Моё' }]}
      more={count === 0 ? 'Пар у вас ещё не было' : `Сейчас: ${loadWords(load)}`}
      outcome="Не сохранено"
      action={paths.pairLimit(at)}
      button="Сохранить"
      leave={{ href: links.my(at), label: 'Не менять' }}
    >
      <FormFields of={limitForm} form={form} begins={written(limitForm, { most: load.most })} />
    </FormPage>
  )
  return { title, section: 'pairs', body }
}
