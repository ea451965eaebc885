import type { Territory } from '../../../authz/ctx.ts'
import { nb } from '../../../ui/content.ts'
import { Form, type FormState, TextField } from '../../../ui/fields.ts'
import { Breadcrumbs, ErrorSummary, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'

type Props = {
  territory: Pick<Territory, 'code'>
  application: { id: string; title: string; theme: string }
  canStart: boolean
  form: FormState | null
}

/** An application without a programme: begin one. */
export function StartPage({ territory, application, canStart, form }: Props) {
  const at = { territory: territory.code, application: application.id }
  return (
    <>
      <Breadcrumbs links={[{ href: paths.application(at), label: application.title }]} />
      <ErrorSummary outcome="Программа не начата" form={form} />
      <PageHead title="Программа" />
      <Sheet>
        {canStart ? (
          <Form action={paths.applicationProgramme(at)} guard>
            <p>
              {nb('Программу пишут по частям, в любом порядке. Потом в неё можно перенести части другой программы или файла.')}
            </p>
            <TextField form={form} name="title" label="Название программы" initial={application.theme} />
            <SubmitButton>Начать программу</SubmitButton>
          </Form>
        ) : (
          <p>Программа ещё не начата.</p>
        )}
      </Sheet>
    </>
  )
}
