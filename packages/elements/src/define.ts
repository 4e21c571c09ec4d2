// Every element at once, for a page that uses most of them. Each has an entry of its own as well.
import './clinic-settings/clinic-settings.define.ts';
import './consent-form/consent-form.define.ts';
import './device-check/device-check.define.ts';
import './queue-join/queue-join.define.ts';
import './sms-invite/sms-invite.define.ts';
import './venterum-provider/venterum-provider.define.ts';
import './video-room/video-room.define.ts';
import './waiting-room/waiting-room.define.ts';
