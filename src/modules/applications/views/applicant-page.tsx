import { checkbox, kind, line, schemaOf } from '../../../kit/form/fields.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import { hostKinds } from '../../../regulation/hosts/questions.ts'
import { nb } from '../../../ui/content.ts'
import { errorOf, valueOf } from '../../../ui/fields.ts'
import { Empty, PageHead } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Answer, PageRequest } from '../../../web/route.ts'
import { BasisLink } from '../../regulation/clause-links.tsx'
import { regulationsInForce } from '../../regulation/queries.ts'
import { peopleWhoMayApply } from '../beginning.ts'

const fields = {
  kind: kind('От кого заявка', { what: 'от кого заявка' }),
  name: line('Как называть в документах', {
    what: 'как называть в документах',
    hint: 'Себя — фамилия, имя и отчество; объединение — его название. На сайте будет стоять это же',
    most: 400,
  }),
}
const another = { another: checkbox('Это другой человек или объединение, просто название похоже') }
export const applicantForm = schemaOf({ ...fields, ...another })

/** Who applies for themselves, or for a group of people, where the paper lets them; where it does not, its clause. */
export async function applicantPage({ ctx, tx, form }: Pick<PageRequest, 'ctx' | 'tx' | 'form'>): Promise<Answer> {
  const territory = ctx.territory.code
  const regulations = (await regulationsInForce(tx, ctx)).map(({ regulation }) => regulation)
  const offered = peopleWhoMayApply(regulations)
  const title = 'Заявка не от организации'
  const back = { href: paths.applications({ territory }), label: 'Заявки' }
  const [first] = regulations
  if (offered.length === 0) {
    const basis = first ? hostKinds(first).basis : null
    const body = (
      <>
        <PageHead title={title} />
        <Empty picture="paper" title="Здесь заявку подают только организации">
          <p>
            {nb('Кто может стать площадкой, называет Положение. ')}
            {basis && <BasisLink territory={territory} basis={basis} />}
          </p>
        </Empty>
      </>
    )
    return { title, section: 'applications', body }
  }
  const body = (
    <FormPage
      {...{ title, form }}
      way={[back]}
      more="Запишем того, кто подаёт заявку. Потом её можно начать и заполнять по частям."
      outcome="Не записано"
      action={paths.newApplicant({ territory })}
      button="Записать"
      leave={{ href: back.href, label: 'Не записывать' }}
    >
      <FormFields of={fields} form={form} rows={{ kind: offered.map(({ value, label }) => ({ value, label })) }} />
      {(errorOf(form, 'another') !== undefined || valueOf(form, 'another') === 'yes') && <FormFields of={another} form={form} />}
    </FormPage>
  )
  return { title, section: 'applications', body }
}
