/**
 * Towns of each district in the counties that are split among hubs, by the county's code and the district's. Their positions are
 * GeoNames' (CC BY 4.0); a county is divided by whose town is nearest.
 */
export const TOWNS = {
  E10000008: {
    E07000040: 'Axminster;Honiton;Sidmouth;Exmouth;Ottery St Mary;Seaton;Whimple;Dunkeswell;Woodbury',
    E07000041: 'Exeter;Heavitree',
    E07000042: 'Tiverton;Crediton;Cullompton;Bow;Copplestone;Bradninch;Hemyock;Morchard Bishop',
    E07000043: 'Barnstaple;Ilfracombe;South Molton;Chulmleigh;Lynton;Braunton;Witheridge',
    E07000044: 'Totnes;Ivybridge;Kingsbridge;Dartmouth;Salcombe;South Brent;Wembury;Yealmpton;Modbury',
    E07000045:
      'Newton Abbot;Teignmouth;Dawlish;Bovey Tracey;Ashburton;Buckfastleigh;Moretonhampstead;Exminster',
    E07000046: 'Bideford;Great Torrington;Holsworthy;Northam;Winkleigh',
    E07000047:
      'Okehampton;Tavistock;Hatherleigh;Chagford;Lifton;Princetown;North Tawton;Bere Alston;Yelverton',
  },
  E10000014: {
    E07000084: 'Basingstoke;Tadley;Bramley;Overton;Old Basing;Kingsclere;Sherborne St John',
    E07000085: 'Alton;Petersfield;Bordon;Liphook;Four Marks;Liss',
    E07000086: 'Eastleigh;Hedge End;Botley;Bishopstoke;Netley',
    E07000087: 'Fareham;Titchfield',
    E07000088: 'Gosport',
    E07000089: 'Fleet;Hook;Odiham;Hartley Wintney;Yateley;Eversley;Crondall;Long Sutton',
    E07000090: 'Havant;Waterlooville;Hayling Island;Emsworth',
    E07000091: 'Lyndhurst;Lymington;Ringwood;Fordingbridge;New Milton;Totton;Hythe',
    E07000092: 'Farnborough;Aldershot;Cove',
    E07000093: 'Andover;Romsey;North Baddesley;Abbotts Ann;West Wellow',
    E07000094: 'Winchester;Bishops Waltham;Wickham;New Alresford;Denmead;Swanmore;Kings Worthy',
  },
  E10000017: {
    E07000117: 'Burnley;Padiham;Hapton',
    E07000118: 'Chorley;Adlington;Coppull;Euxton;Croston;Eccleston',
    E07000119: 'Lytham St Annes;Kirkham;Freckleton;Elswick;Wrea Green',
    E07000120: 'Accrington;Great Harwood;Rishton',
    E07000121: 'Lancaster;Morecambe;Carnforth;Caton;Galgate;Silverdale;Bay Horse;Halton',
    E07000122: 'Nelson;Colne;Barnoldswick;Earby',
    E07000123: 'Preston;Goosnargh;Red Scar',
    E07000124: 'Clitheroe;Longridge;Whalley;Chatburn;Waddington;Langho',
    E07000125: 'Rawtenstall;Bacup;Haslingden;Whitworth;Edenfield',
    E07000126: 'Leyland;Clayton-le-Woods',
    E07000127: 'Ormskirk;Skelmersdale;Burscough;Tarleton;Banks;Rufford;Parbold;Appley Bridge',
    E07000128: 'Garstang;Fleetwood;Poulton-le-Fylde;Great Eccleston;Preesall;Catterall;Cleveleys',
  },
  E10000020: {
    E07000143:
      'East Dereham;Thetford;Attleborough;Swaffham;Watton;Necton;Mundford;Narborough;North Elmham;East Harling;Shipdham;Weeting',
    E07000144: 'Aylsham;Acle;Reepham;Brundall;Rackheath;Horsford;Coltishall;Cawston;Foulsham;Reedham',
    E07000145: 'Great Yarmouth;Gorleston-on-Sea;Caister-on-Sea;Martham;Hemsby',
    E07000146:
      "King's Lynn;Downham Market;Hunstanton;Heacham;Snettisham;Grimston;Stoke Ferry;Feltwell;Hockwold cum Wilton;Upwell;Emneth;West Walton;Southery",
    E07000147: 'North Walsham;Cromer;Sheringham;Fakenham;Wells-next-the-Sea;Holt;Stalham;Hoveton;Briston',
    E07000148: 'Norwich;Bowthorpe',
    E07000149:
      'Diss;Long Stratton;Loddon;Harleston;Hingham;Costessey;Cringleford;Poringland;Mulbarton;Ditchingham;Thurlton',
  },
  E10000024: {
    E07000170: 'Hucknall;Sutton in Ashfield;Kirkby in Ashfield',
    E07000171: 'Worksop;Retford;Blyth;Tuxford;Misterton;Bircotes;Ranskill;East Markham',
    E07000172: 'Stapleford;Eastwood;Kimberley;Bramcote;Chilwell;Awsworth',
    E07000173: 'Arnold;Calverton;Burton Joyce;Ravenshead;Gedling',
    E07000174: 'Mansfield;Mansfield Woodhouse;Market Warsop',
    E07000175:
      'Newark on Trent;Southwell;Edwinstowe;Bilsthorpe;Farnsfield;Blidworth;Sutton on Trent;Lowdham;Rainworth;Boughton;North Collingham',
    E07000176:
      'West Bridgford;Bingham;Keyworth;Cotgrave;East Leake;Ruddington;Radcliffe on Trent;Gotham;Aslockton;East Bridgford',
  },
  E10000029: {
    E07000200:
      'Sudbury;Hadleigh;Capel Saint Mary;Holbrook;Shotley Gate;Long Melford;Lavenham;Bildeston;Bures Saint Mary;Glemsford;East Bergholt',
    E07000202: 'Ipswich',
    E07000203:
      'Stowmarket;Needham Market;Eye;Debenham;Elmswell;Thurston;Woolpit;Botesdale;Stradbroke;Claydon;Bramford;Haughley;Bacton',
    E07000244:
      'Lowestoft;Woodbridge;Felixstowe;Saxmundham;Halesworth;Beccles;Framlingham;Aldeburgh;Wickham Market;Grundisburgh;Kesgrave;Bungay;Southwold;Leiston',
    E07000245:
      'Bury St Edmunds;Newmarket;Mildenhall;Haverhill;Lakenheath;Clare;Ixworth;Great Barton;Kedington;Moulton',
  },
};
