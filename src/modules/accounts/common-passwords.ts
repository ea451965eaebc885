/** Words people make passwords of. A password that is nothing but one or two of them, with any digits and signs around, is refused. */
export const commonWords: ReadonlySet<string> = new Set(
  `password passw passwd pass parol parole login admin administrator root user guest test tester qwerty qwertyuiop qwer asdf asdfgh
  asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc edcrfv qweasd qweasdzxc azerty welcome letmein iloveyou monkey dragon master
  sunshine princess football baseball superman batman shadow michael jennifer jordan hunter freedom whatever trustno starwars
  computer internet secret private default changeme changepassword mypassword newpassword hello helloworld summer winter spring autumn
  january february march april june july august september october november december monday friday sunday
  google yandex mail gmail apple samsung microsoft windows android facebook telegram whatsapp vkontakte odnoklassniki
  moscow moskva russia rossiya piter spartak zenit cska dinamo lokomotiv natasha marina svetlana elena olga irina tatyana anna maria
  sergey andrey alexander alexandr dmitry maxim nikita vladimir ivan ivanov petrov sidorov lubov lyubov solnyshko solnce kotik zaika
  privet poka krasotka kisa mama papa babushka school shkola uchitel teacher student metodist direktor director ploshchadka ploshadka
  пароль пароли парольчик логин админ администратор пользователь гость тест проверка йцукен йцукенгшщзхъ йцук фыва фывапр фывапролджэ
  ячсм ячсмить ячсмитьбю привет пока здравствуйте любовь люблю люблютебя солнце солнышко зайка зайчик котик котенок малыш мама папа
  бабушка дедушка сестра брат семья дочка сынок наташа марина светлана елена ольга ирина татьяна анна мария екатерина юлия сергей
  андрей александр дмитрий максим никита владимир иван алексей михаил иванов иванова петров петрова сидоров сидорова москва россия
  питер сибирь кузбасс спартак зенит цска динамо локомотив школа школы учитель учительница педагог директор завуч методист методика
  класс урок учеба образование комитет центр площадка стажировка наставник ученик студент детский сад садик воспитатель
  лето зима весна осень январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь понедельник пятница
  компьютер интернет телефон секрет секретный работа начальник яндекс почта контакт одноклассники`
    .split(/\s+/)
    .map((word) => word.replaceAll('ё', 'е')),
)

/** Rows of keys and of the alphabet: a walk along one of them, there or back, is no secret. */
export const rows: readonly string[] = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  '1234567890-=qwertyuiop[]asdfghjkl;zxcvbnm,./',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  '1234567890-=йцукенгшщзхъфывапролджэячсмитьбю',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'йфяцычувскамепинртгоьшлбщдюзжэхъ',
]
