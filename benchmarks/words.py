"""The words of the generated documents: a town's works, places and units, and what it says of them, in three languages.

All lists are in the same order in each language, so that a document and its translations say the same. Forms are written out as
sentences need them: the benchmark knows no grammar.
"""

from __future__ import annotations

from dataclasses import dataclass

SLUGS = (
    "road-repair water-main bridge-strengthening school-roof street-lighting river-bank park-planting kindergarten "
    "drinking-water-well bus-stops storm-drain library-repair"
).split()
"""Works, as addresses name them."""
TOPICS = "roads water budget education health culture environment transport lighting sport support safety".split()
UNITS = "infrastructure finance social culture council water".split()
TERRITORIES = "center upper lower valley mills gardens station".split()


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language. `doers` are units as subjects of a sentence, `done` works as its object, `where` places as its adverbial."""

    town: str
    topics: tuple[str, ...]
    units: tuple[str, ...]
    doers: tuple[str, ...]
    territories: tuple[str, ...]
    where: tuple[str, ...]
    works: tuple[str, ...]
    done: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    headings: tuple[str, ...]
    columns: tuple[str, ...]
    finished: str
    sentences: tuple[str, ...]
    items: tuple[str, ...]
    see: str


_KA_WORKS = (
    "გზის შეკეთება", "წყალსადენის გაყვანა", "ხიდის გამაგრება", "სკოლის სახურავის შეცვლა", "გარე განათების მოწყობა",
    "ნაპირის გამაგრება", "სკვერის გამწვანება", "საბავშვო ბაღის განახლება", "სასმელი წყლის ჭაბურღილის მოწყობა",
    "ავტობუსის გაჩერებების მოწყობა", "სანიაღვრე არხის გაწმენდა", "ბიბლიოთეკის შეკეთება",
)  # fmt: skip

KA = Tongue(
    town="საცდელი მუნიციპალიტეტი",
    topics=(
        "გზები", "წყალი", "ბიუჯეტი", "განათლება", "ჯანდაცვა", "კულტურა", "გარემო", "ტრანსპორტი", "განათება", "სპორტი",
        "სოციალური დახმარება", "უსაფრთხოება",
    ),
    units=(
        "ინფრასტრუქტურის სამსახური", "საფინანსო სამსახური", "სოციალური სამსახური", "კულტურის სამსახური", "საკრებულო",
        "წყლის სამსახური",
    ),
    doers=(
        "ინფრასტრუქტურის სამსახურმა", "საფინანსო სამსახურმა", "სოციალურმა სამსახურმა", "კულტურის სამსახურმა", "საკრებულომ",
        "წყლის სამსახურმა",
    ),
    territories=("ცენტრი", "ზემო უბანი", "ქვემო უბანი", "ხეობა", "წისქვილები", "ბაღები", "სადგური"),
    where=("ცენტრში", "ზემო უბანში", "ქვემო უბანში", "ხეობაში", "წისქვილებში", "ბაღებში", "სადგურში"),
    works=_KA_WORKS,
    done=_KA_WORKS,
    months=(
        "იანვარს", "თებერვალს", "მარტს", "აპრილს", "მაისს", "ივნისს", "ივლისს", "აგვისტოს", "სექტემბერს", "ოქტომბერს",
        "ნოემბერს", "დეკემბერს",
    ),
    day="{day} {month}",
    headings=("სამუშაოს მიმდინარეობა", "ხარჯები", "ვადები", "მონაწილეობა", "შემდეგი ნაბიჯები", "რა შეიცვლება"),
    columns=("ადგილი", "სამუშაო", "თანხა, ლარი"),
    finished="{doer} {where} {done} დაასრულა.",
    sentences=(
        "სამუშაო {day} დაიწყო და {few} დღეს გაგრძელდა.",
        "ბიუჯეტიდან ამისთვის **{amount} ლარი** გამოიყო.",
        "შენიშვნების წარდგენა კანცელარიაში ან ელექტრონული ფოსტით შეიძლება.",
        "საკითხს საკრებულოს კომისია {day} განიხილავს.",
        "შეხვედრას {many} მოქალაქე დაესწრო, დაისვა {few} შეკითხვა.",
        "ავტობუსი დროებით შემოვლითი გზით იმოძრავებს.",
        "კონკურსში {few} კომპანიამ მიიღო მონაწილეობა; ყველაზე დაბალი ფასი {amount} ლარი იყო.",
        "წინა წელთან შედარებით ხარჯი {few} პროცენტით შემცირდა.",
        "ოქმი და ანგარიში საჯაროა და მოთხოვნისთანავე გაიცემა.",
        "{doer} მოსახლეობას *წინასწარ* აცნობა, როდის შეწყდება წყლის მიწოდება.",
    ),
    items=("დაწყება: {day}", "დასრულება: {day}", "თანხა: {amount} ლარი", "მონაწილე: {many} მოქალაქე", "ვადა: {few} დღე"),
    see="იხილეთ აგრეთვე: {links}.",
)  # fmt: skip

EN = Tongue(
    town="Test Municipality",
    topics=(
        "Roads", "Water", "Budget", "Education", "Health", "Culture", "Environment", "Transport", "Street lighting", "Sport",
        "Social support", "Safety",
    ),
    units=(
        "Infrastructure Service", "Finance Service", "Social Service", "Culture Service", "Council", "Water Service",
    ),
    doers=(
        "The Infrastructure Service", "The Finance Service", "The Social Service", "The Culture Service", "The council",
        "The Water Service",
    ),
    territories=("Centre", "Upper Quarter", "Lower Quarter", "Valley", "Mills", "Gardens", "Station"),
    where=(
        "in the centre", "in the Upper Quarter", "in the Lower Quarter", "in the valley", "at the Mills", "in the Gardens",
        "at the station",
    ),
    works=(
        "Repair of the road", "A new water main", "Strengthening of the bridge", "A new roof for the school", "Street lighting",
        "Protection of the river bank", "Planting of the park", "Renewal of the kindergarten", "A well for drinking water",
        "Bus stops", "Cleaning of the storm drain", "Repair of the library",
    ),
    done=(
        "the repair of the road", "a new water main", "the strengthening of the bridge", "a new roof for the school",
        "the street lighting", "the protection of the river bank", "the planting of the park",
        "the renewal of the kindergarten", "a well for drinking water", "the bus stops", "the cleaning of the storm drain",
        "the repair of the library",
    ),
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    day="{day} {month}",
    headings=("Progress of the work", "Costs", "Dates", "Taking part", "Next steps", "What changes"),
    columns=("Place", "Work", "Amount, lari"),
    finished="{doer} has finished {done} {where}.",
    sentences=(
        "The work began on {day} and took {few} days.",
        "The budget provides **{amount} lari** for it.",
        "Remarks can be handed in at the chancellery or sent by e-mail.",
        "A commission of the council will consider the matter on {day}.",
        "{many} residents came to the meeting and asked {few} questions.",
        "For the time being, buses take the detour.",
        "{few} companies took part in the tender; the lowest price was {amount} lari.",
        "Compared with the year before, the cost fell by {few} per cent.",
        "The minutes and the report are public and are given to anyone who asks.",
        "{doer} has told residents *in advance* when the water will be cut off.",
    ),
    items=("Begins: {day}", "Ends: {day}", "Amount: {amount} lari", "Taking part: {many} residents", "Time: {few} days"),
    see="See also: {links}.",
)  # fmt: skip

HY = Tongue(
    town="Փորձնական համայնք",
    topics=(
        "Ճանապարհներ", "Ջուր", "Բյուջե", "Կրթություն", "Առողջապահություն", "Մշակույթ", "Շրջակա միջավայր", "Տրանսպորտ",
        "Լուսավորություն", "Սպորտ", "Սոցիալական աջակցություն", "Անվտանգություն",
    ),
    units=(
        "Ենթակառուցվածքների ծառայություն", "Ֆինանսական ծառայություն", "Սոցիալական ծառայություն", "Մշակույթի ծառայություն",
        "Ավագանի", "Ջրային ծառայություն",
    ),
    doers=(
        "Ենթակառուցվածքների ծառայությունը", "Ֆինանսական ծառայությունը", "Սոցիալական ծառայությունը", "Մշակույթի ծառայությունը",
        "Ավագանին", "Ջրային ծառայությունը",
    ),
    territories=("Կենտրոն", "Վերին թաղամաս", "Ստորին թաղամաս", "Հովիտ", "Ջրաղացներ", "Այգիներ", "Կայարան"),
    where=("կենտրոնում", "Վերին թաղամասում", "Ստորին թաղամասում", "հովտում", "Ջրաղացներում", "Այգիներում", "կայարանում"),
    works=(
        "Ճանապարհի վերանորոգում", "Ջրագծի անցկացում", "Կամրջի ամրացում", "Դպրոցի տանիքի փոխարինում",
        "Արտաքին լուսավորության անցկացում", "Ափի ամրացում", "Պուրակի կանաչապատում", "Մանկապարտեզի վերանորոգում",
        "Խմելու ջրի հորի կառուցում", "Ավտոբուսի կանգառների կառուցում", "Հեղեղատարի մաքրում", "Գրադարանի վերանորոգում",
    ),
    done=(
        "ճանապարհի վերանորոգումը", "ջրագծի անցկացումը", "կամրջի ամրացումը", "դպրոցի տանիքի փոխարինումը",
        "արտաքին լուսավորության անցկացումը", "ափի ամրացումը", "պուրակի կանաչապատումը", "մանկապարտեզի վերանորոգումը",
        "խմելու ջրի հորի կառուցումը", "ավտոբուսի կանգառների կառուցումը", "հեղեղատարի մաքրումը", "գրադարանի վերանորոգումը",
    ),
    months=(
        "հունվարի", "փետրվարի", "մարտի", "ապրիլի", "մայիսի", "հունիսի", "հուլիսի", "օգոստոսի", "սեպտեմբերի", "հոկտեմբերի",
        "նոյեմբերի", "դեկտեմբերի",
    ),
    day="{month} {day}-ին",
    headings=("Աշխատանքների ընթացքը", "Ծախսերը", "Ժամկետները", "Մասնակցությունը", "Հաջորդ քայլերը", "Ինչ է փոխվելու"),
    columns=("Վայրը", "Աշխատանքը", "Գումարը, լարի"),
    finished="{doer} {where} ավարտել է {done}։",
    sentences=(
        "Աշխատանքները սկսվել են {day} և տևել են {few} օր։",
        "Դրա համար բյուջեից հատկացվել է **{amount} լարի**։",
        "Դիտողությունները կարելի է ներկայացնել քարտուղարություն կամ ուղարկել էլեկտրոնային փոստով։",
        "Հարցը ավագանու հանձնաժողովը կքննարկի {day}։",
        "Հանդիպմանը մասնակցել է {many} բնակիչ, տրվել է {few} հարց։",
        "Ավտոբուսները ժամանակավորապես կերթևեկեն շրջանցիկ ճանապարհով։",
        "Մրցույթին մասնակցել է {few} ընկերություն, ամենացածր գինը եղել է {amount} լարի։",
        "Նախորդ տարվա համեմատ ծախսը նվազել է {few} տոկոսով։",
        "Արձանագրությունն ու հաշվետվությունը հրապարակային են և տրվում են ըստ պահանջի։",
        "{doer} բնակիչներին *նախապես* տեղեկացրել է, թե երբ կդադարեցվի ջրամատակարարումը։",
    ),
    items=("Սկիզբը՝ {day}", "Ավարտը՝ {day}", "Գումարը՝ {amount} լարի", "Մասնակիցները՝ {many} բնակիչ", "Ժամկետը՝ {few} օր"),
    see="Տե՛ս նաև՝ {links}։",
)  # fmt: skip

TONGUES = {"ka": KA, "en": EN, "hy": HY}
"""Languages in the order in which a benchmark takes them."""
