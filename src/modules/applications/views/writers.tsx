import { nb, RowList, StateTag, TextLink } from '../../../ui/content.ts'
import { Form, SelectField } from '../../../ui/fields.ts'
import { Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { participationNames, participationTones } from '../texts.ts'
import type { CasePageProps } from './case-props.ts'

/** The organisations with their answers, and the people who write. */
export function People({ territory, open: { app, participants }, writers, letIn, may, form }: CasePageProps) {
  const at = { territory: territory.code, application: app.id }
  return (
    <>
      <Sheet title="Кто участвует">
        <RowList
          small
          rows={participants.map(({ id, shortName, state, isLead, remark }) => (
            <>
              <TextLink href={paths.organisation({ territory: territory.code, organisation: id })}>{shortName}</TextLink>{' '}
              <StateTag tone={participationTones[state]} word={participationNames[state]} />
              {isLead && participants.length > 1 && <span class="pl-sub">Ведущая организация</span>}
              {remark && <span class="pl-sub">{nb(remark)}</span>}
            </>
          ))}
        />
      </Sheet>
      <Sheet title="Кто пишет">
        <RowList
          small
          rows={[
            'Руководители организаций, которые участвуют',
            ...writers.map(({ id, name, isAuthor }) => (
              <>
                {nb(name)}
                {isAuthor && <span class="pl-sub">Автор заявки</span>}
                {!isAuthor && may.edit && (
                  <Form action={paths.applicationEditorRemoval({ ...at, person: id })}>
                    <SubmitButton kind="secondary" small of={name}>
                      Убрать
                    </SubmitButton>
                  </Form>
                )}
              </>
            )),
          ]}
        />
        {may.edit && letIn.length > 0 && (
          <Form action={paths.applicationEditors(at)} class="pl-gap">
            <SelectField form={form} name="personId" label="Разрешить писать" empty="Выберите" choices={letIn} />
            <SubmitButton kind="secondary">Разрешить</SubmitButton>
          </Form>
        )}
      </Sheet>
    </>
  )
}
