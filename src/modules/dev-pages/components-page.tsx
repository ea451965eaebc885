import { ErrorPage } from '../../ui/error-page.tsx'
import { ButtonLink, Empty, PageHead } from '../../ui/frame.ts'
import { FigureSamples } from './figure-samples.tsx'
import { FormSamples } from './form-samples.tsx'
import { ListSamples } from './list-samples.tsx'
import { PlanSamples } from './plan-samples.tsx'
import { Sample } from './sample.tsx'

const statuses = [403, 404, 409, 413, 422, 500, 503]
const sentences: Record<number, string[]> = {
  403: ['Проект приказа видят те, кто его готовит и подписывает'],
  409: ['Пока вы решали, заявку отозвали'],
  422: ['Статус закончился 31 августа 2023 г.: продлить можно только действующий'],
}

/** Every component in every state, with sample data. */
export function ComponentsPage() {
  return (
    <>
      <PageHead title="Детали страниц" more="Каждая деталь в каждом состоянии, на придуманных данных." large />
      <ListSamples />
      <FormSamples />
      <FigureSamples />
      <PlanSamples />
      <Sample name="Пусто">
        <Empty
          picture="house"
          title="Приём заявок ещё не открыт"
          actions={<ButtonLink href="#main">Подготовить распоряжение</ButtonLink>}
        >
          <p class="govuk-body">
            Школы увидят кнопку «Подать заявку», когда распоряжение назовёт первый и последний день приёма.
          </p>
        </Empty>
      </Sample>
      <Sample name="Отказы и ошибки">
        {statuses.map((status) => (
          <ErrorPage
            status={status}
            sentences={sentences[status]}
            who={status === 403 ? 'Вы вошли как Ветрова М. О., наставник школы № 3.' : undefined}
            reference={status === 500 ? '8F3K-20' : undefined}
            ways={[
              { href: '#main', label: 'Что ждёт вас' },
              { href: '#main', label: 'Реестр площадок' },
            ]}
            search={status === 404 ? { action: '#main', label: 'Найти площадку' } : undefined}
          />
        ))}
      </Sample>
    </>
  )
}
