/** The page of the editor a rule stands on. */
export const editorPages = [
  { code: 'paper', title: 'Бумага' },
  { code: 'parties', title: 'Кто есть кто' },
  { code: 'hosts', title: 'Кому можно' },
  { code: 'intake', title: 'Приём' },
  { code: 'review', title: 'Отбор' },
  { code: 'status', title: 'Статус' },
  { code: 'people', title: 'Люди и ограничения' },
  { code: 'work', title: 'План и отчёт' },
  { code: 'other', title: 'Открытость и остальное' },
] as const
export type EditorPage = (typeof editorPages)[number]['code']

/** Rules that are kept, printed and compared, and by which the product does nothing yet. */
export const keptOnly: ReadonlySet<string> = new Set([
  ...['equipment', 'finance', 'priorityForTraining', 'roadmap'],
  ...['consulting', 'practices', 'qualityMonitoring', 'council'],
])

/** The words of a topic: its rules with their pages and names, every part by its path, the values of a choice by the part or its last name. */
export type TopicCaptions = {
  readonly titles: Readonly<Record<string, readonly [EditorPage, string]>>
  readonly captions: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
}
