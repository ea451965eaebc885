import type { Basis } from '../../../regulation/cite.ts'
import { nb, RowLink, StateTag, Table, TextLink } from '../../../ui/content.ts'
import { Form, SelectField } from '../../../ui/fields.ts'
import { Columns, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Participant } from '../model.ts'
import { participationNames, participationTones } from '../texts.ts'
import { SectionFrame, type SectionProps } from './section-frame.tsx'

type OrganisationsPageProps = SectionProps & {
  basis: Basis | null
  participants: readonly Participant[]
  /** Organisations that may be asked; null where the regulation knows no common site. */
  choices: readonly { readonly value: string; readonly label: string }[] | null
}

/** The organisations of an application: what is written of each, who has confirmed, whom else to ask. (R-A1, R-41) */
export function OrganisationsPage(props: OrganisationsPageProps) {
  const { territory, app, participants, choices, form } = props
  const at = { territory: territory.code, application: app.id }
  return (
    <SectionFrame
      {...props}
      title="Организации"
      more={
        choices === null
          ? 'Сведения об организации для заявки.'
          : 'Одну площадку могут вести несколько организаций по общей программе. Каждая подтверждает участие сама.'
      }
      compared={[]}
    >
      <Stack>
        <Sheet flush>
          <Table
            caption="Организации заявки"
            rows={participants}
            columns={[
              {
                title: 'Организация',
                cell: (one) => (
                  <RowLink
                    href={paths.applicationOrganisation({ ...at, organisation: one.id })}
                    name={one.shortName}
                    more={one.isLead ? 'Ведущая' : undefined}
                  />
                ),
              },
              {
                title: 'Участие',
                cell: ({ state, remark }) => (
                  <>
                    <StateTag tone={participationTones[state]} word={participationNames[state]} />
                    {remark && <span class="pl-sub">{nb(remark)}</span>}
                  </>
                ),
              },
              {
                title: 'Убрать',
                quiet: true,
                cell: (one) =>
                  !one.isLead && (
                    <Form action={paths.applicationOrganisationRemoval({ ...at, organisation: one.id })}>
                      <SubmitButton kind="secondary" small of={one.shortName}>
                        Убрать из заявки
                      </SubmitButton>
                    </Form>
                  ),
              },
            ]}
          />
        </Sheet>
        {choices !== null && (
          <Columns kind="form">
            <Sheet title="Позвать ещё организацию">
              <Form action={paths.applicationOrganisations(at)}>
                <SelectField
                  form={form}
                  name="organisationId"
                  label="Организация"
                  hint="Её руководителю придёт уведомление: подтвердить участие или отказаться"
                  empty="Выберите"
                  choices={choices}
                />
                <SubmitButton kind="secondary">Позвать</SubmitButton>
              </Form>
            </Sheet>
          </Columns>
        )}
        <p>
          <TextLink href={paths.application(at)}>Вернуться к заявке</TextLink>
        </p>
      </Stack>
    </SectionFrame>
  )
}
