import { Icon, nb, Table, TextLink } from '../../../ui/content.ts'
import { Form, TextField } from '../../../ui/fields.ts'
import { Notice, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { addTopic } from '../deeds/write.ts'
import { hoursText, numberText } from '../hours-rules.ts'
import type { Topic } from '../model.ts'
import { Total } from '../programme-blocks.tsx'
import { hoursDiffer, plannedHours, topicHours } from '../rules.ts'
import { namedParts, topicName } from '../wording.ts'
import { atProgramme, draftPage, EditFrame } from './frame.tsx'

/** The topics of the programme: their hours, their order, one more, one less. */
export const topicsPage = draftPage((sheet, { ctx, query, form: typed }) => {
  const { topics } = sheet.content
  const at = atProgramme(ctx, sheet)
  const action = addTopic.address(ctx, sheet)
  const part = namedParts(sheet.owner.regulation).find(({ code }) => code === 'topics')
  if (!part) return null
  const form = typed ?? { values: {}, errors: [] }
  const removed = topics.findIndex(({ id }) => id === query.remove)
  const body = (
    <EditFrame {...{ ctx, sheet, form }} conflict={null} part="topics" title={part.name}>
      {topics[removed] && <Removal action={action} topic={topics[removed]} index={removed} />}
      <Stack>
        {topics.length > 0 && (
          <Sheet title="Темы" aside={<Total content={sheet.content} />} flush>
            <Table
              caption="Темы программы"
              rows={topics.map((topic, index) => ({ topic, index }))}
              columns={[
                {
                  title: 'Тема',
                  cell: ({ topic, index }) => (
                    <TextLink href={paths.programmeTopic({ ...at, topic: topic.id })}>{topicName(index, topic.title)}</TextLink>
                  ),
                },
                { title: 'Занятий', cell: ({ topic }) => topic.sessions.length, numeric: true },
                { title: 'Проб', cell: ({ topic }) => topic.tryOuts.length, numeric: true },
                { title: 'Часы', cell: ({ topic }) => <Hours topic={topic} />, numeric: true },
                {
                  title: 'Место и удаление',
                  quiet: true,
                  cell: ({ topic, index }) => <Deeds action={action} topic={topic} index={index} last={topics.length - 1} />,
                },
              ]}
            />
          </Sheet>
        )}
        <Sheet title="Новая тема">
          <Form action={action} guard>
            <TextField form={form} name="title" label="Название темы" />
            <SubmitButton name="intent" value="save" kind={topics.length === 0 ? 'main' : 'secondary'}>
              Добавить тему
            </SubmitButton>
          </Form>
        </Sheet>
      </Stack>
    </EditFrame>
  )
  return { title: part.name, body }
})

const Hours = ({ topic }: { topic: Topic }) => (
  <>
    {numberText(topicHours(topic))}
    {hoursDiffer(topic) && <span class="pl-sub">{nb(`по занятиям ${numberText(plannedHours(topic))}`)}</span>}
  </>
)

function Deeds({ action, topic, index, last }: { action: string; topic: Topic; index: number; last: number }) {
  const words = topicName(index, topic.title)
  return (
    <Form action={action} class="pl-rows__act" label={words}>
      <input type="hidden" name="topicId" value={topic.id} />
      {index > 0 && (
        <button class="pl-icon" type="submit" name="intent" value="up">
          <Icon name="up" />
          <span class="govuk-visually-hidden">{nb(`Поднять: ${words}`)}</span>
        </button>
      )}
      {index < last && (
        <button class="pl-icon" type="submit" name="intent" value="down">
          <Icon name="down" />
          <span class="govuk-visually-hidden">{nb(`Опустить: ${words}`)}</span>
        </button>
      )}
      <TextLink href={`${action}?remove=${topic.id}`} of={words}>
        Удалить
      </TextLink>
    </Form>
  )
}

function Removal({ action, topic, index }: { action: string; topic: Topic; index: number }) {
  return (
    <Notice tone="wait" title={`Удалить: ${topicName(index, topic.title)}?`} live>
      <p>
        {nb(
          `Вместе с темой уйдут её задачи, занятия и пробы, ${hoursText(plannedHours(topic))}. В закреплённых редакциях она останется.`,
        )}
      </p>
      <Form action={action}>
        <input type="hidden" name="topicId" value={topic.id} />
        <div class="govuk-button-group">
          <SubmitButton name="intent" value="remove" kind="warning">
            Удалить тему
          </SubmitButton>
          <TextLink href={action}>Оставить</TextLink>
        </div>
      </Form>
    </Notice>
  )
}
