import {messages} from '../../words';

/** What is looked for at a place of the code, as it is named where something else stands there. */
export const codePart = messages('codePart', {
  url: 'the URL',
  method: 'the method',
  host: 'the host',
  headerName: 'the name of a header',
  headerValue: 'the value of a header',
  cookieValue: 'the value of a cookie',
  user: 'the user',
  password: 'the password',
  userAndPassword: 'a user and a password',
  formFields: 'the fields of a form',
  name: 'a name',
  partName: 'the name of a part',
  partValue: 'the value of a part',
  partContent: 'the content of a part',
  partHead: 'the head of a part',
  fileName: 'a file name',
  mediaType: 'a media type',
});
