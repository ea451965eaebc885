/** The groups of the built-in framework; the last is what a territory adds for itself. */
export const groups = ['subject', 'method', 'psychology', 'communication', 'management', 'local'] as const
export type Group = (typeof groups)[number]

export const groupNames: Readonly<Record<Group, string>> = {
  subject: 'Предмет и содержание',
  method: 'Методика',
  psychology: 'Психология и педагогика',
  communication: 'Общение и сотрудничество',
  management: 'Управление',
  local: 'Важное у нас',
}

export type Competence = { readonly id: string; readonly group: Group; readonly label: string; readonly closed: boolean }

/** Two hexadecimal digits of an id that never changes, and what it names. */
const builtIn: Readonly<Record<Exclude<Group, 'local'>, readonly (readonly [key: string, label: string])[]>> = {
  subject: [
    ['11', 'Современное содержание своего предмета или направления'],
    ['12', 'Функциональная грамотность на своих занятиях'],
    ['13', 'Трудные темы и задания итоговой аттестации'],
  ],
  method: [
    ['21', 'Планирование занятия от результата'],
    ['22', 'Разноуровневая работа на одном занятии'],
    ['23', 'Формирующее оценивание и обратная связь'],
    ['24', 'Проектная и исследовательская работа с детьми'],
    ['25', 'Цифровые средства на занятии'],
    ['26', 'Подготовка рабочей программы'],
  ],
  psychology: [
    ['31', 'Мотивация и вовлечение детей'],
    ['32', 'Работа с детьми с особыми потребностями'],
    ['33', 'Поведение и дисциплина без конфликтов'],
    ['34', 'Поддержка одарённых детей'],
    ['35', 'Профилактика собственного выгорания'],
  ],
  communication: [
    ['41', 'Разговор с родителями'],
    ['42', 'Работа в команде коллег'],
    ['43', 'Представление своего опыта'],
    ['44', 'Наставничество над коллегой'],
  ],
  management: [
    ['51', 'Посещение и анализ занятий коллег'],
    ['52', 'Работа с данными о результатах'],
    ['53', 'Развитие команды и введение новых педагогов'],
    ['54', 'Планирование развития организации'],
  ],
}
const idOf = (key: string) => `00000000-0000-4201-8201-0000000000${key}`

/** How the framework differs here from the built-in one. */
export type OwnFramework = {
  /** What is not offered any more; what was noted by it keeps its name. */
  readonly closed: readonly string[]
  readonly added: readonly { readonly id: string; readonly label: string }[]
}
export const noneOwn: OwnFramework = { closed: [], added: [] }

/** Every competence by which something may have been noted here, those of a group together. */
export function frameworkOf({ closed, added }: OwnFramework): readonly Competence[] {
  const said = Object.entries(builtIn).flatMap(([group, rows]) =>
    rows.map(([key, label]) => ({ id: idOf(key), group: group as Group, label })),
  )
  return [...said, ...added.map((one) => ({ ...one, group: 'local' as const }))].map((one) => ({
    ...one,
    closed: closed.includes(one.id),
  }))
}

/** The name of a competence; empty of one that is not known. */
export const labelOf = (framework: readonly Competence[], id: string | null): string =>
  framework.find((one) => one.id === id)?.label ?? ''

/** What is chosen from: without what is not offered any more. */
export const offeredIn = (framework: readonly Competence[], group: Group) =>
  framework.filter((one) => one.group === group && !one.closed)
