/** The place in the navbar where the classic theme puts a search. */
export {default} from '../../components/Search';
