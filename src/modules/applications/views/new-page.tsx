import type { Territory } from '../../../authz/ctx.ts'
import { onlyOf } from '../../../kernel/lists.ts'
import type { Basis } from '../../../regulation/cite.ts'
import type { Initiator } from '../../../regulation/kinds.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, Radios, SelectField, TextArea } from '../../../ui/fields.ts'
import {
  Breadcrumbs,
  ButtonLink,
  Columns,
  Empty,
  ErrorSummary,
  Notice,
  PageHead,
  Sheet,
  SubmitButton,
} from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Call } from '../../calls/model.ts'
import { momentWords } from '../../calls/rules.ts'
import { BasisLink } from './section-frame.tsx'

export type NewPageProps = {
  territory: Pick<Territory, 'code' | 'timeZone'>
  /** Why nobody can begin one here or now; null when one can. */
  closed: { readonly title: string; readonly text: string; readonly basis: Basis | null; readonly orders: boolean } | null
  /** Open calls; empty where the regulation knows none. */
  calls: readonly Call[]
  chosenCall: string | null
  /** On whose behalf the person may begin. */
  initiators: readonly { readonly value: Initiator; readonly label: string }[]
  organisations: readonly { readonly value: string; readonly label: string }[]
  /** Drafts the person has already begun. */
  drafts: readonly { readonly id: string; readonly name: string }[]
  form: FormState | null
}

/** A new application: for which call, by whom, for which organisation. (C-32, R-34) */
export function NewPage(props: NewPageProps) {
  const { territory, closed, form } = props
  return (
    <>
      <Breadcrumbs links={[{ href: paths.applications({ territory: territory.code }), label: 'Заявки' }]} />
      <ErrorSummary outcome="Заявка не начата" form={form} />
      <PageHead
        title="Новая заявка"
        more="Сведения об организации возьмём из реестра. Черновик можно заполнять по частям и не одному."
      />
      {closed ? <Closed territory={territory.code} closed={closed} /> : <StartForm {...props} />}
    </>
  )
}

function Closed({ territory, closed }: { territory: string; closed: NonNullable<NewPageProps['closed']> }) {
  return (
    <Empty
      picture="paper"
      title={closed.title}
      actions={closed.orders ? <ButtonLink href={paths.orders({ territory })}>Открыть приказы</ButtonLink> : undefined}
    >
      <p>
        {nb(closed.text)} {closed.basis && <BasisLink territory={territory} basis={closed.basis} />}
      </p>
    </Empty>
  )
}

function StartForm({ territory, calls, chosenCall, initiators, organisations, drafts, form }: NewPageProps) {
  const [only] = initiators
  return (
    <Columns kind="form">
      <Sheet>
        {drafts.length > 0 && (
          <Notice title="У вас есть начатые заявки">
            {drafts.map(({ id, name }) => (
              <p>
                <TextLink href={paths.application({ territory: territory.code, application: id })}>{name}</TextLink>
              </p>
            ))}
          </Notice>
        )}
        <Form action={paths.newApplication({ territory: territory.code })}>
          {calls.length > 0 && (
            <Radios
              form={form}
              name="callId"
              label="Приём заявок"
              initial={chosenCall ?? onlyOf(calls)?.id ?? ''}
              choices={calls.map((call) => ({
                value: call.id,
                label: call.title,
                hint: nb(`до ${momentWords(call.closesAt, call)}`),
              }))}
            />
          )}
          {initiators.length === 1 && only ? (
            <input type="hidden" name="initiator" value={only.value} />
          ) : (
            <Radios form={form} name="initiator" label="Кто начинает заявку" initial={only?.value} choices={initiators} />
          )}
          <SelectField
            form={form}
            name="organisationId"
            label="Организация, где будет площадка"
            hint={only?.value === 'organisation' ? undefined : 'Её руководитель подтвердит, что организация участвует'}
            initial={onlyOf(organisations)?.value ?? ''}
            empty={organisations.length === 1 ? undefined : 'Выберите'}
            choices={organisations}
          />
          <TextArea form={form} name="theme" label="Тема площадки" hint="Можно написать позже" rows={2} />
          <SubmitButton>Начать заявку</SubmitButton>
        </Form>
      </Sheet>
    </Columns>
  )
}
