import type { ClinicSettingsTexts } from './clinic-settings/clinic-settings.texts.da.ts';
import type { ConsentFormTexts } from './consent-form/consent-form.texts.da.ts';
import type { DeviceCheckTexts } from './device-check/device-check.texts.da.ts';
import type { QueueJoinTexts } from './queue-join/queue-join.texts.da.ts';
import type { SmsInviteTexts } from './sms-invite/sms-invite.texts.da.ts';
import type { VideoRoomTexts } from './video-room/video-room.texts.da.ts';
import type { WaitingRoomTexts } from './waiting-room/waiting-room.texts.da.ts';

/** Own words by element, as `<venterum-provider>` takes them; `satisfies ElementStrings` finds a misspelt key. */
export interface ElementStrings {
  readonly 'clinic-settings'?: Partial<ClinicSettingsTexts>;
  readonly 'consent-form'?: Partial<ConsentFormTexts>;
  readonly 'device-check'?: Partial<DeviceCheckTexts>;
  readonly 'queue-join'?: Partial<QueueJoinTexts>;
  readonly 'sms-invite'?: Partial<SmsInviteTexts>;
  readonly 'video-room'?: Partial<VideoRoomTexts>;
  readonly 'waiting-room'?: Partial<WaitingRoomTexts>;
}
