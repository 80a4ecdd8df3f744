import {messages} from '../../words';
import type {Difference} from './documentDifference';
import {pointerSteps} from './jsonPath';

const say = messages('differences', {
  status: 'This status is not documented. Documented: {documented}.',
  mediaType: 'The body is {mediaType}, but {documented} is documented.',
  noMediaType: 'without a media type',
  extraBody: 'No body is documented for this status.',
  missingBody: 'The documented body is missing.',
  notJson: 'The body is not JSON, although its media type says so.',
  missingHeader: 'The header {name} is missing.',
  header: 'The header {name} {message}.',
  event: 'The event {event} {message}.',
  inEvent: '{place} of the event {event} {message}.',
  wholeBody: 'The whole body',
});

/** A difference as a sentence; a difference within the body as the rest of a sentence that starts with the place. */
export function differenceInWords(difference: Difference): string {
  switch (difference.type) {
    case 'status':
      return say('status', {documented: difference.documented.join(', ')});
    case 'media-type':
      return say('mediaType', {
        mediaType: difference.mediaType || say('noMediaType'),
        documented: difference.documented.join(', '),
      });
    case 'extra-body':
      return say('extraBody');
    case 'missing-body':
      return say('missingBody');
    case 'not-json':
      return say('notJson');
    case 'missing-header':
      return say('missingHeader', {name: difference.name});
    case 'header':
      return say('header', {name: difference.name, message: difference.message});
    case 'event': {
      const {event, pointer, message} = difference;
      const place = pointerSteps(pointer).join('/');
      return place === '' ? say('event', {event, message}) : say('inEvent', {event, place, message});
    }
    case 'body':
      return difference.message;
  }
}

/** A place in a body as a path, `data/0/id`. */
export function placeInWords(pointer: string): string {
  return pointerSteps(pointer).join('/') || say('wholeBody');
}
