namespace SaleAuto;

/// <summary>Stable codes of expected refusals. Each is the key of a text in <c>Localization/ErrorTexts</c>.</summary>
public static class SaleAutoErrorCodes
{
    /// <summary>Faults of fields that many inputs share.</summary>
    public static class Fields
    {
        public const string Required = "SaleAuto:Fields:Required";
        public const string TooLong = "SaleAuto:Fields:TooLong";
        public const string PartsOfAKopeck = "SaleAuto:Fields:PartsOfAKopeck";
        public const string OutOfRange = "SaleAuto:Fields:OutOfRange";
        public const string NotAllowed = "SaleAuto:Fields:NotAllowed";
        public const string Malformed = "SaleAuto:Fields:Malformed";
    }

    public static class Leads
    {
        public const string PlateInvalid = "SaleAuto:Leads:PlateInvalid";
        public const string NameInvalid = "SaleAuto:Leads:NameInvalid";
        public const string MileageOutOfRange = "SaleAuto:Leads:MileageOutOfRange";
        public const string ExpectedPriceOutOfRange = "SaleAuto:Leads:ExpectedPriceOutOfRange";
        public const string WrongStatus = "SaleAuto:Leads:WrongStatus";
        public const string NothingToJudge = "SaleAuto:Leads:NothingToJudge";
        public const string AlreadyClosed = "SaleAuto:Leads:AlreadyClosed";
        public const string NotADuplicate = "SaleAuto:Leads:NotADuplicate";
        public const string MergeIntoItself = "SaleAuto:Leads:MergeIntoItself";
        public const string MergeHasDeal = "SaleAuto:Leads:MergeHasDeal";
        public const string NotMerged = "SaleAuto:Leads:NotMerged";
        public const string AnotherIsOpen = "SaleAuto:Leads:AnotherIsOpen";
        public const string CannotReopen = "SaleAuto:Leads:CannotReopen";
        public const string PlateMissing = "SaleAuto:Leads:PlateMissing";
        public const string SearchInvalid = "SaleAuto:Leads:SearchInvalid";
    }

    public static class Calls
    {
        public const string WrongStatus = "SaleAuto:Calls:WrongStatus";
        public const string AlreadyTaken = "SaleAuto:Calls:AlreadyTaken";
        public const string TakenBy = "SaleAuto:Calls:TakenBy";
        public const string Ended = "SaleAuto:Calls:Ended";
        public const string NotYours = "SaleAuto:Calls:NotYours";
        public const string RepeatInThePast = "SaleAuto:Calls:RepeatInThePast";
        public const string RepeatTooFar = "SaleAuto:Calls:RepeatTooFar";
    }

    public static class Deals
    {
        public const string WrongStatus = "SaleAuto:Deals:WrongStatus";
        public const string SellerBusy = "SaleAuto:Deals:SellerBusy";
        public const string NotASeller = "SaleAuto:Deals:NotASeller";
        public const string InThePast = "SaleAuto:Deals:InThePast";
        public const string TooFarAhead = "SaleAuto:Deals:TooFarAhead";
        public const string NoSuchLocalTime = "SaleAuto:Deals:NoSuchLocalTime";
        public const string TimeZoneUnknown = "SaleAuto:Deals:TimeZoneUnknown";
        public const string AskOthersFirst = "SaleAuto:Deals:AskOthersFirst";
        public const string PhotoInUse = "SaleAuto:Deals:PhotoInUse";
        public const string PhotoUnknown = "SaleAuto:Deals:PhotoUnknown";
        public const string TooMany = "SaleAuto:Deals:TooMany";
        public const string OfferIsFixed = "SaleAuto:Deals:OfferIsFixed";
        public const string LineNotExplained = "SaleAuto:Deals:LineNotExplained";
        public const string NoStartPrice = "SaleAuto:Deals:NoStartPrice";
        public const string PriceOutdated = "SaleAuto:Deals:PriceOutdated";
        public const string AlreadyAnswered = "SaleAuto:Deals:AlreadyAnswered";
        public const string ApprovalMissing = "SaleAuto:Deals:ApprovalMissing";
        public const string ShotsMissing = "SaleAuto:Deals:ShotsMissing";
        public const string CarNotRecorded = "SaleAuto:Deals:CarNotRecorded";
        public const string PriceNotPositive = "SaleAuto:Deals:PriceNotPositive";
        public const string DocumentsMissing = "SaleAuto:Deals:DocumentsMissing";
        public const string PaymentDiffersFromContract = "SaleAuto:Deals:PaymentDiffersFromContract";
        public const string RequestClosed = "SaleAuto:Deals:RequestClosed";
        public const string NotAPicture = "SaleAuto:Deals:NotAPicture";
        public const string OwnPrice = "SaleAuto:Deals:OwnPrice";
        public const string OwnRequest = "SaleAuto:Deals:OwnRequest";
        public const string TakenBy = "SaleAuto:Deals:TakenBy";
    }

    public static class Cars
    {
        public const string WrongStatus = "SaleAuto:Cars:WrongStatus";
        public const string BoughtInADeal = "SaleAuto:Cars:BoughtInADeal";
        public const string VinInvalid = "SaleAuto:Cars:VinInvalid";
        public const string YearOutOfRange = "SaleAuto:Cars:YearOutOfRange";
    }

    public static class Expenses
    {
        public const string CarIsSold = "SaleAuto:Expenses:CarIsSold";
        public const string InTheFuture = "SaleAuto:Expenses:InTheFuture";
        public const string WrongStatus = "SaleAuto:Expenses:WrongStatus";
    }

    public static class Resales
    {
        public const string WrongStatus = "SaleAuto:Resales:WrongStatus";
        public const string CarNotForSale = "SaleAuto:Resales:CarNotForSale";
        public const string AnotherIsOpen = "SaleAuto:Resales:AnotherIsOpen";
        public const string HasDeposit = "SaleAuto:Resales:HasDeposit";
        public const string MoreHasCome = "SaleAuto:Resales:MoreHasCome";
        public const string TooMuch = "SaleAuto:Resales:TooMuch";
        public const string SaleHasChanged = "SaleAuto:Resales:SaleHasChanged";
    }

    public static class Accounting
    {
        public const string NoUsualPlace = "SaleAuto:Accounting:NoUsualPlace";
        public const string PlaceIsClosed = "SaleAuto:Accounting:PlaceIsClosed";
        public const string PlaceIsInUse = "SaleAuto:Accounting:PlaceIsInUse";
        public const string NotEnoughMoney = "SaleAuto:Accounting:NotEnoughMoney";
        public const string PayoutAboveBalance = "SaleAuto:Accounting:PayoutAboveBalance";
        public const string AlreadyReversed = "SaleAuto:Accounting:AlreadyReversed";
        public const string AlreadyClosed = "SaleAuto:Accounting:AlreadyClosed";
        public const string DayIsNotOver = "SaleAuto:Accounting:DayIsNotOver";
        public const string PeriodIsClosed = "SaleAuto:Accounting:PeriodIsClosed";
        public const string ReportTooLong = "SaleAuto:Accounting:ReportTooLong";
    }

    public static class Distributions
    {
        public const string PersonMissing = "SaleAuto:Distributions:PersonMissing";
        public const string PersonUnknown = "SaleAuto:Distributions:PersonUnknown";
        public const string ValueOutOfBounds = "SaleAuto:Distributions:ValueOutOfBounds";
        public const string TooManyDecimals = "SaleAuto:Distributions:TooManyDecimals";
        public const string DaysReversed = "SaleAuto:Distributions:DaysReversed";
        public const string TooManyRules = "SaleAuto:Distributions:TooManyRules";
        public const string PercentsExceed = "SaleAuto:Distributions:PercentsExceed";
        public const string PercentsExceedByDays = "SaleAuto:Distributions:PercentsExceedByDays";
        public const string NoPolicy = "SaleAuto:Distributions:NoPolicy";
        public const string NoDraft = "SaleAuto:Distributions:NoDraft";
        public const string PolicyIsFixed = "SaleAuto:Distributions:PolicyIsFixed";
        public const string DayIsPast = "SaleAuto:Distributions:DayIsPast";
        public const string WrongStatus = "SaleAuto:Distributions:WrongStatus";
        public const string NotReceived = "SaleAuto:Distributions:NotReceived";
        public const string ExpensesWait = "SaleAuto:Distributions:ExpensesWait";
        public const string FiguresChanged = "SaleAuto:Distributions:FiguresChanged";
        public const string TakeBackFirst = "SaleAuto:Distributions:TakeBackFirst";
        public const string CarIsReopened = "SaleAuto:Distributions:CarIsReopened";
        public const string PeriodTooLong = "SaleAuto:Distributions:PeriodTooLong";
    }

    public static class Clients
    {
        public const string PhoneInvalid = "SaleAuto:Clients:PhoneInvalid";
        public const string PhoneTaken = "SaleAuto:Clients:PhoneTaken";
        public const string CountryNotServed = "SaleAuto:Clients:CountryNotServed";
        public const string ConsentRequired = "SaleAuto:Clients:ConsentRequired";
        public const string ConsentReplaced = "SaleAuto:Clients:ConsentReplaced";
        public const string ConsentSame = "SaleAuto:Clients:ConsentSame";
    }

    public static class SignIn
    {
        public const string CodeInvalid = "SaleAuto:SignIn:CodeInvalid";
        public const string TooManyCodes = "SaleAuto:SignIn:TooManyCodes";
        public const string TooManyAttempts = "SaleAuto:SignIn:TooManyAttempts";
        public const string RefreshTokenInvalid = "SaleAuto:SignIn:RefreshTokenInvalid";
    }

    public static class Staff
    {
        public const string SignInRefused = "SaleAuto:Staff:SignInRefused";
        public const string SignInCodeInvalid = "SaleAuto:Staff:SignInCodeInvalid";
        public const string InvitationInvalid = "SaleAuto:Staff:InvitationInvalid";
        public const string UserNameTaken = "SaleAuto:Staff:UserNameTaken";
        public const string PasswordTooShort = "SaleAuto:Staff:PasswordTooShort";
        public const string PasswordTooSimple = "SaleAuto:Staff:PasswordTooSimple";
        public const string PasswordKnown = "SaleAuto:Staff:PasswordKnown";
        public const string PasswordSame = "SaleAuto:Staff:PasswordSame";
        public const string PasswordWrong = "SaleAuto:Staff:PasswordWrong";
        public const string PasswordsDiffer = "SaleAuto:Staff:PasswordsDiffer";
        public const string SecondFactorOn = "SaleAuto:Staff:SecondFactorOn";
        public const string SecondFactorOff = "SaleAuto:Staff:SecondFactorOff";
        public const string CodeWrong = "SaleAuto:Staff:CodeWrong";
        public const string TooManyTokens = "SaleAuto:Staff:TooManyTokens";
        public const string TokenNotAllowed = "SaleAuto:Staff:TokenNotAllowed";
        public const string OnlyLooking = "SaleAuto:Staff:OnlyLooking";
        public const string SeeAsNotAllowed = "SaleAuto:Staff:SeeAsNotAllowed";
        public const string NotYourself = "SaleAuto:Staff:NotYourself";
        public const string ForeignPage = "SaleAuto:Staff:ForeignPage";
        public const string MustChangePassword = "SaleAuto:Staff:MustChangePassword";
    }

    public static class Permissions
    {
        public const string AdministratorHasAll = "SaleAuto:Permissions:AdministratorHasAll";
        public const string OnlyAdministrators = "SaleAuto:Permissions:OnlyAdministrators";
        public const string LastAdministrator = "SaleAuto:Permissions:LastAdministrator";
        public const string RoleIsDelivered = "SaleAuto:Permissions:RoleIsDelivered";
        public const string RoleNameTaken = "SaleAuto:Permissions:RoleNameTaken";
    }

    public static class Messages
    {
        public const string WrongStatus = "SaleAuto:Messages:WrongStatus";
        public const string TextNotKept = "SaleAuto:Messages:TextNotKept";
        public const string PlaceholderUnknown = "SaleAuto:Messages:PlaceholderUnknown";
        public const string PlaceholderMissing = "SaleAuto:Messages:PlaceholderMissing";
        public const string BraceUnbalanced = "SaleAuto:Messages:BraceUnbalanced";
        public const string TextTooLong = "SaleAuto:Messages:TextTooLong";
    }

    public static class Settings
    {
        public const string OutOfBounds = "SaleAuto:Settings:OutOfBounds";
        public const string WrongCount = "SaleAuto:Settings:WrongCount";
        public const string RuleBroken = "SaleAuto:Settings:RuleBroken";
    }

    public static class Files
    {
        public const string TypeNotAllowed = "SaleAuto:Files:TypeNotAllowed";
        public const string TooLarge = "SaleAuto:Files:TooLarge";
        public const string Empty = "SaleAuto:Files:Empty";
    }

    public static class Imports
    {
        public const string FileUnreadable = "SaleAuto:Imports:FileUnreadable";
        public const string TooManyRows = "SaleAuto:Imports:TooManyRows";
        public const string TooManyColumns = "SaleAuto:Imports:TooManyColumns";
        public const string NothingToImport = "SaleAuto:Imports:NothingToImport";
        public const string NotSupported = "SaleAuto:Imports:NotSupported";
        public const string WrongStatus = "SaleAuto:Imports:WrongStatus";
        public const string FieldMappedTwice = "SaleAuto:Imports:FieldMappedTwice";
        public const string KeyNotMapped = "SaleAuto:Imports:KeyNotMapped";
        public const string KeyNotFound = "SaleAuto:Imports:KeyNotFound";
        public const string KeyAmbiguous = "SaleAuto:Imports:KeyAmbiguous";
        public const string KeyTwiceInFile = "SaleAuto:Imports:KeyTwiceInFile";
        public const string LookupNotFound = "SaleAuto:Imports:LookupNotFound";
        public const string LookupAmbiguous = "SaleAuto:Imports:LookupAmbiguous";
        public const string AlreadyThere = "SaleAuto:Imports:AlreadyThere";
        public const string RowRefused = "SaleAuto:Imports:RowRefused";
    }

    public static class Views
    {
        public const string TooMany = "SaleAuto:Views:TooMany";
    }

    public static class Comments
    {
        public const string NotYours = "SaleAuto:Comments:NotYours";
    }

    public static class Bot
    {
        public const string FileTooLarge = "SaleAuto:Bot:FileTooLarge";
        public const string FileGone = "SaleAuto:Bot:FileGone";
    }

    public static class Requests
    {
        public const string TooMany = "SaleAuto:Requests:TooMany";
        public const string IdempotencyKeyReused = "SaleAuto:Requests:IdempotencyKeyReused";
        public const string IdempotencyKeyInvalid = "SaleAuto:Requests:IdempotencyKeyInvalid";
        public const string ChangedMeanwhile = "SaleAuto:Requests:ChangedMeanwhile";
        public const string NotTheVersion = "SaleAuto:Requests:NotTheVersion";
        public const string WrongMethod = "SaleAuto:Requests:WrongMethod";
        public const string Invalid = "SaleAuto:Requests:Invalid";
        public const string NotFound = "SaleAuto:Requests:NotFound";
        public const string NotSignedIn = "SaleAuto:Requests:NotSignedIn";
        public const string Forbidden = "SaleAuto:Requests:Forbidden";
        public const string Unexpected = "SaleAuto:Requests:Unexpected";
    }
}
