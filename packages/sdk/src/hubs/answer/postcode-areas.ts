/**
 * Letters that postcodes begin with, the town or part of London that they are named after, and the councils that most
 * of them lie in, the likeliest first. Common usage: it puts a list in a helpful order, and never decides a hub.
 */
const TABLE = `
AL St Albans: Hertfordshire
B Birmingham: Birmingham, Solihull, Sandwell, Dudley, Worcestershire, Warwickshire
BA Bath: Bath and North East Somerset, Somerset, Wiltshire
BB Blackburn: Blackburn with Darwen, Lancashire
BD Bradford: Bradford, North Yorkshire, Kirklees
BH Bournemouth: Bournemouth; Christchurch and Poole, Dorset, Hampshire
BL Bolton: Bolton, Bury
BN Brighton: Brighton and Hove, East Sussex, West Sussex
BR Bromley: Bromley, Kent
BS Bristol: Bristol, South Gloucestershire, North Somerset, Bath and North East Somerset
CA Carlisle: Cumberland, Westmorland and Furness
CB Cambridge: Cambridgeshire, Suffolk, Essex
CH Chester: Cheshire West and Chester, Wirral
CM Chelmsford: Essex, Hertfordshire
CO Colchester: Essex, Suffolk
CR Croydon: Croydon, Surrey, Merton
CT Canterbury: Kent
CV Coventry: Coventry, Warwickshire
CW Crewe: Cheshire East, Cheshire West and Chester
DA Dartford: Bexley, Kent
DE Derby: Derby, Derbyshire, Staffordshire
DG Dumfries in Scotland: Cumberland
DH Durham: County Durham, Sunderland
DL Darlington: Darlington, County Durham, North Yorkshire
DN Doncaster: Doncaster, North Lincolnshire, North East Lincolnshire, Lincolnshire, Nottinghamshire
DT Dorchester: Dorset
DY Dudley: Dudley, Sandwell, Worcestershire
E east London: Hackney, Newham, Redbridge, Tower Hamlets, Waltham Forest
EC central London: City of London, Islington, Camden, Hackney, Tower Hamlets
EN Enfield: Enfield, Barnet, Hertfordshire, Essex
EX Exeter: Devon
FY Blackpool: Blackpool, Lancashire
GL Gloucester: Gloucestershire, South Gloucestershire
GU Guildford: Surrey, Hampshire
HA Harrow: Harrow, Brent, Hillingdon, Barnet
HD Huddersfield: Kirklees, Calderdale
HG Harrogate: North Yorkshire
HP Hemel Hempstead: Hertfordshire, Buckinghamshire
HR Hereford: Herefordshire
HU Hull: Kingston upon Hull, East Riding of Yorkshire
HX Halifax: Calderdale
IG Ilford: Redbridge, Barking and Dagenham, Essex
IP Ipswich: Suffolk, Norfolk
KT Kingston upon Thames: Kingston upon Thames, Surrey
L Liverpool: Liverpool, Sefton, Knowsley, Lancashire
LA Lancaster: Lancashire, Westmorland and Furness, Cumberland
LD Llandrindod Wells in Wales: Herefordshire, Shropshire
LE Leicester: Leicester, Leicestershire, Rutland
LL Llandudno in Wales: Shropshire
LN Lincoln: Lincolnshire
LS Leeds: Leeds, North Yorkshire
LU Luton: Luton, Central Bedfordshire
M Manchester: Manchester, Salford, Trafford, Tameside, Bury
ME Medway: Medway, Kent
MK Milton Keynes: Milton Keynes, Bedford, Central Bedfordshire, Buckinghamshire
N north London: Barnet, Enfield, Haringey, Islington, Hackney
NE Newcastle upon Tyne: Newcastle upon Tyne, Gateshead, North Tyneside, South Tyneside, Northumberland
NG Nottingham: Nottingham, Nottinghamshire, Lincolnshire
NN Northampton: West Northamptonshire, North Northamptonshire
NP Newport in Wales: Gloucestershire
NR Norwich: Norfolk, Suffolk
NW north west London: Barnet, Brent, Camden, Westminster
OL Oldham: Oldham, Rochdale, Tameside
OX Oxford: Oxfordshire
PE Peterborough: Peterborough, Cambridgeshire, Lincolnshire, Norfolk
PL Plymouth: Plymouth, Cornwall, Devon
PO Portsmouth: Portsmouth, Hampshire, West Sussex, Isle of Wight
PR Preston: Lancashire, Sefton
RG Reading: Reading, Wokingham, West Berkshire, Bracknell Forest, Hampshire, Oxfordshire
RH Redhill: Surrey, West Sussex
RM Romford: Havering, Barking and Dagenham, Thurrock
S Sheffield: Sheffield, Rotherham, Barnsley, Derbyshire, Nottinghamshire
SE south east London: Bexley, Bromley, Greenwich, Lambeth, Lewisham, Southwark
SG Stevenage: Hertfordshire, Central Bedfordshire, Cambridgeshire
SK Stockport: Stockport, Cheshire East, Derbyshire, Tameside
SL Slough: Slough, Windsor and Maidenhead, Buckinghamshire
SM Sutton: Sutton, Merton, Surrey
SN Swindon: Swindon, Wiltshire
SO Southampton: Southampton, Hampshire
SP Salisbury: Wiltshire, Hampshire, Dorset
SR Sunderland: Sunderland, County Durham
SS Southend-on-Sea: Southend-on-Sea, Essex, Thurrock
ST Stoke-on-Trent: Stoke-on-Trent, Staffordshire
SW south west London: Hammersmith and Fulham, Kensington and Chelsea, Lambeth, Merton, Wandsworth, Westminster
SY Shrewsbury: Shropshire
TA Taunton: Somerset
TD Galashiels in Scotland: Northumberland
TF Telford: Telford and Wrekin, Shropshire
TN Tonbridge: Kent, East Sussex
TQ Torquay: Torbay, Devon
TR Truro: Cornwall
TS Middlesbrough: Middlesbrough, Redcar and Cleveland, Stockton-on-Tees, Hartlepool, North Yorkshire
TW Twickenham: Richmond upon Thames, Hounslow, Surrey
UB Southall: Ealing, Hillingdon
W west London: Ealing, Hammersmith and Fulham, Hounslow, Kensington and Chelsea, Westminster
WA Warrington: Warrington, Halton, Cheshire East, St. Helens, Trafford, Wigan, Cheshire West and Chester
WC central London: Camden, Westminster
WD Watford: Hertfordshire
WF Wakefield: Wakefield, Kirklees
WN Wigan: Wigan, Lancashire
WR Worcester: Worcestershire
WS Walsall: Walsall, Sandwell, Staffordshire
WV Wolverhampton: Wolverhampton, Walsall, Staffordshire, Shropshire
YO York: York, North Yorkshire, East Riding of Yorkshire
AB Aberdeen in Scotland:
DD Dundee in Scotland:
EH Edinburgh in Scotland:
FK Falkirk in Scotland:
G Glasgow in Scotland:
HS in the Outer Hebrides in Scotland:
IV Inverness in Scotland:
KA Kilmarnock in Scotland:
KW Kirkwall in Scotland:
KY Kirkcaldy in Scotland:
ML Motherwell in Scotland:
PA Paisley in Scotland:
PH Perth in Scotland:
ZE in Shetland in Scotland:
CF Cardiff in Wales:
SA Swansea in Wales:
BT in Northern Ireland:
JE in Jersey:
GY in Guernsey:
IM in the Isle of Man:
BF of British Forces:
BX for post only:
XX for post only:
`;

export interface PostcodeAreaInfo {
  /** What its postcodes are called after: `Bradford`. */
  readonly of: string;
  /** Names of councils, the likeliest first; none where they are known to be few or outside England. */
  readonly councils: readonly string[];
}

/** Every postcode area by its letters. */
export const POSTCODE_AREAS: ReadonlyMap<string, PostcodeAreaInfo> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [, letters = '', of = '', councils = ''] = /^([A-Z]+) ([^:]+): ?(.*)$/.exec(line) ?? [];
      // A comma parts councils, so one in a council's own name is written as a semicolon.
      const names = councils === '' ? [] : councils.split(', ').map((name) => name.replace(';', ','));
      return [letters, { of, councils: names }] as const;
    }),
);
