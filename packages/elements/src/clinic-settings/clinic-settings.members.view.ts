import type { AddMemberAnswer, ClinicRole, Member } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatMoment } from '../shared/format.ts';
import { clinicRoleText } from '../shared/people.ts';
import { fill } from '../shared/texts.ts';
import { questionView } from './clinic-settings.question.view.ts';
import type { ClinicSettingsUi, MemberDialog, ReadyState } from './clinic-settings.ui.ts';

type Part = TemplateResult | typeof nothing;

const roles: readonly ClinicRole[] = ['doctor', 'staff', 'manager'];

const roleOptions = (chosen: ClinicRole, { texts }: ClinicSettingsUi): readonly TemplateResult[] =>
  roles.map(
    (role) =>
      html`<option value=${role} ?selected=${role === chosen}>${clinicRoleText(role, texts)}</option>`,
  );

const roleText = ({ role, status, authorised }: Member, { texts }: ClinicSettingsUi): string => {
  const word = clinicRoleText(role, texts);
  if (status === 'invited') return word;
  return `${word}, ${authorised === true ? texts.authorised : texts.notAuthorised}`;
};

const presenceText = (
  { status, signedIn, invitedUntil, sessions = [] }: Member,
  ui: ClinicSettingsUi,
): string => {
  const { texts, language } = ui;
  if (status === 'invited')
    return invitedUntil === undefined
      ? texts.invited
      : fill(texts.invitedUntil, { time: formatMoment(invitedUntil, language) });
  if (!signedIn) return texts.notSignedIn;
  return sessions.length > 1 ? fill(texts.signedInPlaces, { count: sessions.length }) : texts.signedIn;
};

const editView = (member: Member, { busy }: ReadyState, ui: ClinicSettingsUi): TemplateResult => {
  const { texts, do: act } = ui;
  const isSaving = busy.has('change-member');
  const ask = (type: MemberDialog['type']): void => {
    act.show({ dialog: { type, member } });
  };
  return html`<form class="stack edit" @submit=${(event: SubmitEvent) => act.saveRole(event, member)}>
    <div class="field">
      <label for="edited-role">${texts.role}</label>
      <select id="edited-role" name="role" aria-describedby="role-help">
        ${roleOptions(member.role, ui)}
      </select>
      <p id="role-help" class="help">
        ${member.status === 'active' ? fill(texts.roleHint, { name: member.name }) : nothing}
      </p>
    </div>
    <div class="actions">
      <button ?disabled=${isSaving}>${isSaving ? texts.saving : texts.saveRole}</button>
      ${
        member.signedIn
          ? html`<button type="button" class="sign-out" @click=${() => ask('sign-out')}>
              ${texts.signOut}
            </button>`
          : nothing
      }
      <button type="button" class="danger remove" @click=${() => ask('remove')}>${texts.remove}</button>
    </div>
  </form>`;
};

const memberView = (member: Member, state: ReadyState, ui: ClinicSettingsUi): TemplateResult => {
  const { texts, screen, do: act } = ui;
  const isMe = member.principalId === state.me.id;
  const isOpen = screen.edited === member.id;
  const canChange = isManager(state) && !isMe;
  return html`<li class="member" part="member">
    <p class="who"><b>${member.name}</b> ${isMe ? html`<span class="badge">${texts.you}</span>` : nothing}</p>
    <p class="small">
      ${roleText(member, ui)} ·
      <span class=${member.signedIn ? 'here' : 'muted'}>${presenceText(member, ui)}</span>
    </p>
    ${isMe && isManager(state) ? html`<p class="help">${texts.youHint}</p>` : nothing}
    ${
      canChange
        ? html`<button
            type="button"
            class="toggle"
            id=${`edit-${member.id}`}
            aria-expanded=${isOpen}
            aria-label=${fill(texts.editLabel, { name: member.name })}
            @click=${() => act.edit(member)}
          >
            ${texts.edit}
          </button>`
        : nothing
    }
    ${canChange && isOpen ? editView(member, state, ui) : nothing}
  </li>`;
};

/** The server says the same to every change; this only spares those who may not the buttons. */
const isManager = ({ me, members = [] }: ReadyState): boolean =>
  members.some(({ principalId, role }) => principalId === me.id && role === 'manager');

const codeView = (added: AddMemberAnswer, ui: ClinicSettingsUi): TemplateResult => {
  const { texts, language, do: act } = ui;
  const { member, code } = added;
  const time = member.invitedUntil === undefined ? '' : formatMoment(member.invitedUntil, language);
  return html`<div class="notice success stack" part="code">
    <h3 id="code-title" tabindex="-1">${fill(texts.codeTitle, { name: member.name })}</h3>
    <p><code class="large">${code}</code></p>
    <p>${fill(texts.codeUse, { time })}</p>
    <div class="actions">
      <button type="button" @click=${() => act.giveCode(added)}>${texts.codeGiven}</button>
    </div>
  </div>`;
};

const addView = ({ busy }: ReadyState, ui: ClinicSettingsUi): TemplateResult => {
  const { texts, screen, do: act } = ui;
  const isSaving = busy.has('add-member');
  return html`<form class="stack add" part="add" @submit=${(event: SubmitEvent) => act.add(event)}>
    <h3>${texts.addTitle}</h3>
    <p class="help">${texts.addHint}</p>
    <div class="pair">
      <div class="field">
        <label for="name">${texts.name}</label>
        <input
          id="name"
          name="name"
          autocomplete="off"
          maxlength="100"
          aria-invalid=${screen.nameFault}
          aria-describedby="name-error"
        />
        <p id="name-error" class="error">${screen.nameFault ? texts.nameMissing : nothing}</p>
      </div>
      <div class="field">
        <label for="role">${texts.role}</label>
        <select id="role" name="role">
          ${roleOptions('staff', ui)}
        </select>
      </div>
    </div>
    <div class="actions">
      <button class="primary" ?disabled=${isSaving}>${isSaving ? texts.saving : texts.add}</button>
    </div>
  </form>`;
};

const changesView = (state: ReadyState, ui: ClinicSettingsUi): Part => {
  const { added } = state;
  const isShown = added !== undefined && added !== ui.screen.given;
  return html`${isShown ? codeView(added, ui) : nothing} ${addView(state, ui)}`;
};

const removeHint = ({ status }: Member, { texts }: ClinicSettingsUi): string =>
  status === 'invited' ? texts.removeInvitedHint : texts.removeHint;

/** Says what happens to somebody before it does. */
export const memberQuestion = (
  { type, member }: MemberDialog,
  { busy }: ReadyState,
  ui: ClinicSettingsUi,
): TemplateResult => {
  const { texts } = ui;
  const isRemoval = type === 'remove';
  const { name } = member;
  return questionView(
    {
      title: fill(isRemoval ? texts.removeTitle : texts.signOutTitle, { name }),
      hint: fill(isRemoval ? removeHint(member, ui) : texts.signOutHint, { name }),
      yes: isRemoval ? texts.remove : texts.signOut,
      isBusy: busy.has('remove-member') || busy.has('sign-out-member'),
    },
    ui,
  );
};

/** Who works here, and what a manager can change about it. */
export const membersView = (state: ReadyState, ui: ClinicSettingsUi): TemplateResult => {
  const { texts } = ui;
  const { members } = state;
  if (members === undefined) return html`<p class="muted">${texts.oneMoment}</p>`;
  return html`<h3 id="members" tabindex="-1">${fill(texts.members, { count: members.length })}</h3>
    ${isManager(state) ? nothing : html`<p class="help">${texts.readOnly}</p>`}
    <ul class="members" part="members">
      ${repeat(
        members,
        ({ id }) => id,
        (member) => memberView(member, state, ui),
      )}
    </ul>
    ${isManager(state) ? changesView(state, ui) : nothing}`;
};
