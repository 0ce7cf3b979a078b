using System.Collections;
using System.Globalization;
using System.Resources;

namespace SaleAuto.Staff;

public sealed class StaffTexts_Tests
{
    private static readonly ResourceManager Texts = new(typeof(StaffTexts));

    [Fact]
    public void Should_Have_Every_Text_In_Both_Languages()
    {
        var russian = Keys(CultureInfo.InvariantCulture);

        Keys(CultureInfo.GetCultureInfo("en")).ShouldBe(russian);
        russian.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(typeof(Leads.LeadStatus))]
    [InlineData(typeof(Leads.LeadKind))]
    [InlineData(typeof(Leads.LeadCloseReason))]
    [InlineData(typeof(Leads.LeadSource))]
    [InlineData(typeof(Leads.LeadHistoryKind))]
    [InlineData(typeof(Leads.StaffHistoryActor))]
    [InlineData(typeof(Leads.ClientOpinion))]
    [InlineData(typeof(Cars.CarCondition))]
    [InlineData(typeof(Clients.ConsentKind))]
    [InlineData(typeof(Calls.CallTaskKind))]
    [InlineData(typeof(Calls.CallTaskStatus))]
    [InlineData(typeof(Calls.CallOutcome))]
    [InlineData(typeof(Messages.MessageChannel))]
    [InlineData(typeof(Messages.MessageStatus))]
    [InlineData(typeof(Valuations.ValuationStatus))]
    [InlineData(typeof(Valuations.ManualValuationReason))]
    public void Should_Name_Every_Value(Type type) =>
        Enum.GetNames(type).Select(x => $"{type.Name}.{x}").Except(Keys(CultureInfo.InvariantCulture)).ShouldBeEmpty();

    private static IReadOnlyList<string> Keys(CultureInfo culture) =>
        [.. Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(x => (string)x.Key).Order(StringComparer.Ordinal)];
}
