// The page of the window that confirms. It has no words of its own and no way to custody: it draws the question that the main
// process sends, and sends back a yes with what was typed, or a no. Whether the yes counts is judged over there.
import './styles/confirm.css';

interface Fact {
  label: string;
  values: string[];
  mono: boolean;
}

interface Field {
  name: string;
  label: string;
  hint: string;
  exactly: string | null;
  optional?: true;
}

/** By the names of the fields; `refused`: under the no that is an answer. */
type Typed = Record<string, string | true>;

type Environment = 'development' | 'staging' | 'production';

interface Asked {
  id: string;
  language: string;
  question: {
    title: string;
    tenant: { name: string; environment: Environment } | null;
    facts: Fact[];
    means: string;
    yes: string;
    /** An answer too; left out where cancelling is the only no. */
    no?: string;
    grave: boolean;
    fields: Field[];
  };
  words: { heading: string; cancel: string; more: string; environment: Record<Environment, string> };
}

declare global {
  interface Window {
    confirmation?: {
      /** `null` when there is nothing to ask any more. */
      onQuestion(listener: (asked: Asked | null) => void): void;
      onArmed(listener: (armed: boolean) => void): void;
      drawn(id: string, height: number): Promise<void>;
      answer(id: string, typed: Typed | null): Promise<void>;
    };
  }
}

const SHORTEST_REASON = 3;
/** As it was typed, blanks and all. */
const PASSPHRASE = 'passphrase';

const bridge = window.confirmation;
const main = element('main');
const title = element('#title');
const facts = element('#facts');
const more = element('#more');
const yes = element('#yes');
const refuse = element('#no');
const cancel = element('#cancel');

let asked: Asked | null = null;
let armed = false;
/** Whether the last fact has been in sight. */
let read = false;
/** Whether the press that ends in a click began when an answer counted. */
let pressedInTime = false;

bridge?.onQuestion((next) => {
  asked = next;
  armed = false;
  draw();
  if (next !== null) {
    void bridge.drawn(next.id, wholeHeight());
  }
  fit();
});

bridge?.onArmed((now) => {
  armed = now;
  judge();
});

answers(yes, () => typed());
answers(refuse, () => ({ ...typed(), refused: true }));

function answers(button: HTMLElement, given: () => Typed): void {
  button.addEventListener('pointerdown', () => {
    pressedInTime = armed;
  });
  button.addEventListener('click', (event) => {
    // SECURITY: what a script clicks is no answer; nor is a press that began before the question could be read.
    const byPointer = event.detail > 0;
    if (event.isTrusted && isReady() && (!byPointer || pressedInTime) && asked !== null) {
      void bridge?.answer(asked.id, given());
    }
  });
}

cancel.addEventListener('click', no);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    no();
  } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
    // Nothing is agreed to by the way.
    event.preventDefault();
  }
});
element('#fields').addEventListener('input', judge);
facts.addEventListener('scroll', look);
new ResizeObserver(fit).observe(facts);
document.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());

function no(): void {
  if (asked !== null) {
    void bridge?.answer(asked.id, null);
  }
}

function draw(): void {
  const { question, words, language } = asked ?? {};
  document.documentElement.lang = language ?? 'en';
  document.title = words?.heading ?? '';
  element('#heading').textContent = words?.heading ?? '';
  title.textContent = question?.title ?? '';
  drawTenant();
  drawFacts();
  element('#means').textContent = question?.means ?? '';
  element('#fields').replaceChildren(...(question?.fields ?? []).map(fieldLine));
  cancel.textContent = words?.cancel ?? '';
  yes.textContent = question?.yes ?? '';
  refuse.textContent = question?.no ?? '';
  refuse.hidden = question?.no === undefined;
  yes.classList.toggle('grave', question?.grave ?? false);
  main.classList.toggle('production', question?.tenant?.environment === 'production');
  judge();
  // Where nothing has to be typed the safe answer has the focus.
  (document.querySelector<HTMLElement>('#fields input:required') ?? cancel).focus();
}

function drawTenant(): void {
  const tenant = asked?.question.tenant ?? null;
  element('#tenant').hidden = tenant === null;
  element('#name').textContent = tenant?.name ?? '';
  const environment = element('#environment');
  environment.textContent = tenant === null ? '' : (asked?.words.environment[tenant.environment] ?? '');
  environment.className = tenant?.environment ?? '';
}

/** Whoever asks for much can push what matters out of sight: an answer counts when all of it was there to be read. */
function drawFacts(): void {
  const { question, words } = asked ?? {};
  facts.replaceChildren(...(question?.facts ?? []).flatMap(factLine));
  facts.scrollTop = 0;
  read = false;
  more.textContent = words?.more ?? '';
  more.hidden = true;
}

/** In pixels, if the window were as high as it likes: it still has the size of another question. */
function wholeHeight(): number {
  main.classList.add('whole');
  const { height } = main.getBoundingClientRect();
  main.classList.remove('whole');
  return height;
}

/** To a pixel, since the screen may have more of them than the page. */
const isBelow = (from: number): boolean => facts.scrollHeight - facts.clientHeight - from > 1;

/** With every size that the window gets. Whether there is more is asked without the line that says so, which takes room itself. */
function fit(): void {
  const at = facts.scrollTop;
  more.hidden = true;
  const scrolls = isBelow(0);
  more.hidden = !scrolls;
  facts.tabIndex = scrolls ? 0 : -1;
  facts.scrollTop = at;
  look();
}

function look(): void {
  read ||= !isBelow(facts.scrollTop);
  more.classList.toggle('read', read);
  judge();
}

function factLine({ label, values, mono }: Fact): HTMLElement[] {
  const term = document.createElement('dt');
  term.textContent = label;
  const definitions = values.map((value) => {
    const definition = document.createElement('dd');
    definition.textContent = value;
    definition.classList.toggle('mono', mono);
    return definition;
  });
  const group = document.createElement('div');
  group.append(term, ...definitions);
  return [group];
}

function fieldLine({ name, label, hint, exactly, optional }: Field): HTMLElement {
  const line = document.createElement('p');
  const input = document.createElement('input');
  const type = name === PASSPHRASE ? 'password' : 'text';
  Object.assign(input, { id: `field-${name}`, name, type, autocomplete: 'off', spellcheck: false });
  input.maxLength = name === PASSPHRASE ? 1024 : 500;
  input.required = optional !== true;
  const text = document.createElement('label');
  text.htmlFor = input.id;
  text.textContent = label;
  const help = document.createElement('span');
  help.id = `hint-${name}`;
  help.className = exactly === null ? 'hint' : 'hint mono';
  help.textContent = hint;
  input.setAttribute('aria-describedby', help.id);
  line.append(text, help, input);
  return line;
}

const inputs = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('#fields input')];

const typed = (): Typed =>
  Object.fromEntries(
    inputs()
      .filter((input) => !isLeftEmpty(input))
      .map(({ name, value }) => [name, expected(name) === null && name !== PASSPHRASE ? value.trim() : value]),
  );

const isLeftEmpty = ({ required, value }: HTMLInputElement): boolean => !required && value.trim() === '';

const expected = (name: string): string | null =>
  asked?.question.fields.find((field) => field.name === name)?.exactly ?? null;

function isReady(): boolean {
  return (
    armed &&
    read &&
    inputs().every((input) => {
      const { name, value } = input;
      if (isLeftEmpty(input)) {
        return true;
      }
      const exactly = expected(name);
      const least = name === 'kid' || name === PASSPHRASE ? 1 : SHORTEST_REASON;
      return exactly === null ? value.trim().length >= least : value === exactly;
    })
  );
}

function judge(): void {
  for (const button of [yes, refuse]) {
    button.setAttribute('aria-disabled', String(!isReady()));
  }
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) {
    throw new Error(`no ${selector}`);
  }
  return found;
}
