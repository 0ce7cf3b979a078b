namespace SaleAuto.LowCode;

/// <summary>What a field is to a person: decides its editor, its format, its filter operators and its type in the API.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    LongText,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction.</summary>
    Decimal,

    /// <summary>Roubles with kopecks.</summary>
    Money,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>One of the values of an enum, shown with colour and icon.</summary>
    Enum,

    /// <summary>A day (<see cref="DateOnly"/>).</summary>
    Date,

    /// <summary>A moment, UTC; shown in the company's time zone.</summary>
    DateTime,

    /// <summary>A length of time.</summary>
    TimeSpan,

    /// <summary>A phone, canonical E.164.</summary>
    Phone,

    /// <summary>A registration plate, canonical Cyrillic.</summary>
    Plate,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A web address.</summary>
    Link,

    /// <summary>A stored file by id.</summary>
    File,

    /// <summary>A stored picture by id.</summary>
    Image,

    /// <summary>Several stored pictures: a list of ids.</summary>
    Images,

    /// <summary>A row of another resource by id, chosen by search.</summary>
    Lookup,

    /// <summary>Rows of a child collection, edited in place.</summary>
    Lines,

    /// <summary>The row's own id or another id that people do not choose.</summary>
    Id,
}

/// <summary>How a total under a column is reckoned.</summary>
public enum TotalKind
{
    /// <summary>No total.</summary>
    None,

    /// <summary>The sum of all rows found.</summary>
    Sum,

    /// <summary>The mean of all rows found.</summary>
    Average,
}

/// <summary>A comparison that a filter may ask for; the name in lower camel case is its name in the address.</summary>
public enum FilterOperator
{
    /// <summary>Equal.</summary>
    Eq,

    /// <summary>Not equal; rows without a value count as not equal.</summary>
    Ne,

    /// <summary>Less.</summary>
    Lt,

    /// <summary>Less or equal.</summary>
    Le,

    /// <summary>Greater.</summary>
    Gt,

    /// <summary>Greater or equal.</summary>
    Ge,

    /// <summary>One of several values.</summary>
    In,

    /// <summary>None of several values.</summary>
    NotIn,

    /// <summary>Contains the text.</summary>
    Contains,

    /// <summary>Begins with the text.</summary>
    StartsWith,

    /// <summary>Ends with the text: the last digits of a phone.</summary>
    EndsWith,

    /// <summary>Has no value. Takes no operand.</summary>
    Empty,

    /// <summary>Has a value. Takes no operand.</summary>
    NotEmpty,

    /// <summary>Within a named or given period of days in the company's time zone: today, yesterday, week, month, last7, last30, or 2026-11-01..2026-11-30.</summary>
    Period,
}
