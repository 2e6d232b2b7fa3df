"""Names to make the sample trust from: as mixed as an English town. Everybody in it is invented."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Heritage:
    """Names that go together in one family. `share` is how many families in a hundred have them.

    A family name written `Kowalski/Kowalska` has a form for men and boys and one for women and girls.
    """

    share: int
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]
    mothers: tuple[str, ...]
    fathers: tuple[str, ...]


def _heritage(share: int, *pools: str) -> Heritage:
    girls, boys, families, mothers, fathers = (tuple(pool.split()) for pool in pools)
    return Heritage(share, girls, boys, families, mothers, fathers)


ENGLISH = _heritage(
    50,
    "Rose Grace Hope May Faith Summer Amber Daisy Ivy Lily Poppy Olivia Amelia Isla Ava Mia Freya Florence "
    "Willow Evie Elsie Sophie Emily Charlotte Matilda Isabelle Phoebe Harriet Jessica Lucy Molly Eliza "
    "Esme Penelope Martha Beatrice Lottie Nancy Georgia Ruby Scarlett Imogen Zoë Chloe Abigail Heidi Renée "
    "Alice Hannah Bella Orla Robyn Skye Lacey Darcey Thea Elizabeth Katherine Margot Bonnie Lexi",
    "Will Mark Jack Robin Drew Chase Oliver George Harry Noah Arthur Leo Oscar Charlie Theo Alfie Henry "
    "Archie Freddie Thomas Joshua Max Isaac Edward Samuel Joseph Toby Lucas Finley Harrison Logan Jude "
    "Reggie Elliot Stanley Albert Louis Rory Ethan Hugo Ralph Riley Bobby Tommy Sonny Jenson Alexander "
    "Benjamin Daniel Jacob Luke Nathan Frank Ernie Kit Jasper Rupert Tyler Mason Callum",
    "Ainsworth Appleby Armitage Atkin Barraclough Beaumont Bramley Broadbent Brough Butterfield Carter "
    "Chadwick Clegg Copley Crabtree Crossley Dawson Dyson Earnshaw Fairbank Farrar Fenwick Firth Fletcher "
    "Garside Gledhill Greenwood Haigh Hallam Hardcastle Hargreaves Hartley Haworth Hebden Hepworth "
    "Hinchcliffe Holroyd Horsfall Ibbotson Illingworth Jagger Kershaw Kilburn Lockwood Lumb Lister "
    "Mallinson Marsden Mellor Metcalfe Midgley Naylor Netherwood Oldroyd Ogden Pickles Pogson Priestley "
    "Ramsden Rawnsley Redfearn Robertshaw Rushworth Sagar Schofield Shackleton Sharples Shaw Slater "
    "Stansfield Sugden Sutcliffe Sykes Tattersall Tempest Thackray Tordoff Turner Uttley Varley Wadsworth "
    "Walker Waring Whitaker Whitwam Wilkinson Woodhead Wormald Wright Birch Marsh Field Brook Park Moss "
    "Lamb Drake Swift Page Cook Baker Young Rich Bright",
    "Sarah Emma Claire Nicola Lisa Joanne Rachel Kelly Gemma Laura Victoria Samantha Kirsty Hayley Natalie "
    "Jenny Rebecca Stacey Danielle Amy Leanne Heather Zoe Becky Vicky Alison",
    "Paul Andrew Mark David Stephen Craig Lee Darren Matthew Richard Neil Gary James Robert Adam Stuart "
    "Simon Ian Chris Wayne Martin Jamie Scott Carl Ashley Phil",
)
WELSH = _heritage(
    4,
    "Seren Cerys Ffion Nia Carys Megan Elin Efa Mali Lowri Siân Gwen Anwen",
    "Dylan Rhys Ieuan Osian Owain Gethin Iestyn Macsen Tomos Harri Gruff Emrys",
    "Llewellyn Pritchard Probert Gwynne Morgan Vaughan Bevan Powell Parry Griffiths Rees Cadwallader",
    "Rhian Bethan Catrin Nerys Delyth Eleri",
    "Gareth Huw Ifan Alun Geraint Meirion",
)
IRISH = _heritage(
    4,
    "Niamh Aoife Caitlin Saoirse Roisin Ciara Sinéad Erin Clodagh Orlaith",
    "Cian Declan Finn Oisín Conor Ronan Cormac Eoin Seán Fergus",
    "O'Neill O'Connor O'Hara O'Dwyer Gallagher Doherty McGrath Brennan Quigley Kearney McAteer Fallon",
    "Bernadette Siobhán Deirdre Gráinne Mairead Colette",
    "Brendan Padraig Eamon Kieran Donal Seamus",
)
POLISH = _heritage(
    7,
    "Zuzanna Zofia Maja Julia Hanna Oliwia Lena Natalia Wiktoria Gabriela Kinga Nadia",
    "Kacper Łukasz Jakub Szymon Filip Antoni Mateusz Bartosz Wojciech Michał Paweł Aleksander",
    "Nowak Wójcik Mazur Zając Kaczmarek Pawlak Sikora Kowalski/Kowalska Zieliński/Zielińska "
    "Wiśniewski/Wiśniewska Dąbrowski/Dąbrowska Lewandowski/Lewandowska Szymański/Szymańska",
    "Agnieszka Katarzyna Magdalena Joanna Małgorzata Ewa Monika Beata",
    "Piotr Tomasz Marcin Krzysztof Marek Rafał Grzegorz Paweł",
)
PAKISTANI = _heritage(
    9,
    "Aisha Zainab Fatima Maryam Hafsa Amina Iqra Sana Noor Mahnoor Zara Anaya Laiba Inaya",
    "Mohammed Muhammad Ibrahim Hamza Zayn Ayaan Yusuf Adam Haris Bilal Usman Zakariya Musa Rayyan",
    "Hussain Khan Iqbal Mahmood Akhtar Malik Shah Butt Qureshi Mirza Rafiq Chaudhry Sheikh Aslam Bashir",
    "Saima Nazia Shazia Rukhsana Sobia Farah Asma Nadia",
    "Imran Tariq Nadeem Shahid Asif Javed Kashif Faisal",
)
BENGALI = _heritage(
    4,
    "Tasnim Nusrat Sumaiya Farzana Tahmina Raisa Anika Mehjabin",
    "Rafi Tanvir Samiul Nabil Arafat Zubair Fahim Ishaan",
    "Miah/Begum Rahman Choudhury Uddin Islam Sarkar Das Talukdar Ali/Khatun",
    "Shirin Rehana Nasima Salma Rupa Ferdousi",
    "Abdul Shafiq Mizan Kamal Jahangir Habib",
)
INDIAN = _heritage(
    4,
    "Ananya Diya Priya Riya Simran Jasleen Kavya Meera Anjali Harleen",
    "Arjun Rohan Dev Aarav Jaspreet Karan Vivaan Gurdeep Nikhil Ishan",
    "Patel Sharma Gill Sandhu Nair Reddy Joshi Dhillon Desai Menon",
    "Sunita Harpreet Anita Deepa Manjit Lakshmi",
    "Sanjay Rajesh Gurpreet Vikram Anil Suresh",
)
NIGERIAN = _heritage(
    5,
    "Adaeze Chidinma Temitope Folasade Ngozi Amara Ebele Simisola Oluwaseun Ifeoma",
    "Chukwuemeka Tobi Oluwaseun Emeka Kelechi Ayodele Babatunde Chidi Ikenna Femi",
    "Okonkwo Adeyemi Eze Okafor Adebayo Nwosu Achebe Balogun Ogunleye Obi Afolabi Chukwu",
    "Blessing Funmi Chioma Patience Yetunde Nkechi",
    "Emmanuel Kunle Chinedu Segun Obinna Festus",
)
CHINESE = _heritage(
    3,
    "Xiaoyu Mei Jiayi Wen Yuxin Ling Hoi-Ying",
    "Haoran Jun Zihan Wei Ming Yichen Ka-Ho",
    "Chen Li Wong Zhang Lau Cheung Huang Tse Lin",
    "Fang Ying Hong Lihua Suk-Yee",
    "Bo Jian Qiang Feng Chi-Keung",
)
ROMANIAN = _heritage(
    3,
    "Andreea Ioana Bianca Daria Ștefania Alexia",
    "Andrei Mihai Luca Ștefan Rareș Vlad",
    "Popescu Ionescu Dumitru Stan Munteanu Radu Florea Ciobanu",
    "Mihaela Elena Cristina Roxana",
    "Florin Ionuț Adrian Cătălin",
)
IBERIAN = _heritage(
    3,
    "Inês Lúcia Beatriz Carolina Matilde Sofía",
    "José Tomás João Rodrigo Álvaro Tiago",
    "Fernandes García Silva Pereira Muñoz Teixeira Gonçalves Núñez",
    "Conceição Marta Pilar Teresa",
    "Rui Manuel Javier Paulo",
)
TRAVELLER = _heritage(
    2,
    "Shelby Lavinia Mary-Ellen Margaret Genty Kizzy",
    "Nelson Levi Johnny Elijah Hughie Tom-Henry",
    "Loveridge Boswell Lee Cash Cooper Gaskin Maughan Varey",
    "Delilah Winifred Bridget Lena",
    "Abraham Miles Noah Jimmy",
)
SOMALI = _heritage(
    2,
    "Hodan Ifrah Ayaan Sagal Hibo Idil",
    "Abdirahman Liban Guled Zakaria Mahad Bile",
    "Abdi Warsame Farah Hassan Yusuf Jama Osman Nur",
    "Hawa Sahra Faduma Ubah",
    "Abdullahi Mahamed Omar Dahir",
)
HERITAGES = (
    *(ENGLISH, WELSH, IRISH, POLISH, PAKISTANI, BENGALI, INDIAN),
    *(NIGERIAN, CHINESE, ROMANIAN, IBERIAN, TRAVELLER, SOMALI),
)

CALLED = {
    "Elizabeth": "Libby",
    "Katherine": "Kitty",
    "Alexander": "Alex",
    "Benjamin": "Ben",
    "Thomas": "Tom",
    "Joshua": "Josh",
    "Samuel": "Sam",
    "Isabelle": "Izzy",
    "Matilda": "Tilly",
    "Zakariya": "Zak",
    "Mohammed": "Mo",
    "Oluwaseun": "Seun",
    "Temitope": "Temi",
    "Chukwuemeka": "Emeka",
    "Babatunde": "Tunde",
    "Xiaoyu": "Lily",
    "Haoran": "Howard",
    "Zuzanna": "Zuzia",
    "Aleksander": "Alek",
    "Gabriela": "Gabi",
    "Tomos": "Tom",
    "Abdirahman": "Abdi",
}
"""What a child with this legal forename may be called at school."""


def some_heritage(rng: Random) -> Heritage:
    """One heritage, as often as its share says."""
    return rng.choices(HERITAGES, weights=[one.share for one in HERITAGES])[0]


def some_surname(rng: Random, heritage: Heritage) -> str:
    """A family name, still with both of its forms; now and then a double-barrelled one."""
    first = rng.choice(heritage.families)
    if heritage is ENGLISH and rng.random() < 0.06:
        second = rng.choice(ENGLISH.families)
        return f"{first}-{second}" if second != first else first
    return first


def surname_of(surname: str, sex: str) -> str:
    """The form of a family name for this sex (F or M)."""
    his, _, hers = surname.partition("/")
    return hers if hers and sex == "F" else his
