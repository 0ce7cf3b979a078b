using System.Globalization;
using System.Text;

namespace SaleAuto.Benchmarks.LowCode;

/// <summary>What is asked, of both programs in the same way.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Aim">Share of the bare program's speed that is aimed at.</param>
/// <param name="Ours">Makes a request to the product.</param>
/// <param name="Bare">Makes a request to the bare program.</param>
internal sealed record Scenario(string Name, double Aim, Func<HttpRequestMessage> Ours, Func<HttpRequestMessage> Bare)
{
    private const string LeadFields = "fields=number,status,name,phone,plate,creationTime&pageSize=25";

    /// <summary>The five scenarios of the aim.</summary>
    public static IReadOnlyList<Scenario> All(SampleRows rows)
    {
        var next = 0;
        return
        [
            Same("list of 25 filtered rows", 0.9, () => Get($"/api/app/leads?filter=status.eq.new&{LeadFields}")),
            Same("get by id", 0.9, () => Get($"/api/app/expenses/{rows.Expenses[Interlocked.Increment(ref next) % rows.Expenses.Count]}")),
            new Scenario("create", 0.6, () => Post(rows, withPerson: false), () => Post(rows, withPerson: true)),
            Same("list with count", 0.9, () => Get($"/api/app/leads?filter=status.eq.new&count=true&{LeadFields}")),
            Same("search", 0.9, () => Get($"/api/app/leads?q={1000000 + (Interlocked.Increment(ref next) * 7919 % 90000)}&{LeadFields}")),
        ];
    }

    private static Scenario Same(string name, double aim, Func<HttpRequestMessage> request) => new(name, aim, request, request);

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Post(SampleRows rows, bool withPerson)
    {
        var person = withPerson ? $"\"spentById\":\"{rows.Owner}\"," : "";
        var body = string.Create(CultureInfo.InvariantCulture, $$"""{"carId":"{{rows.Car}}",{{person}}"category":"repair","amount":1250.5,"spentOn":"2026-11-20","note":"Тормозные колодки"}""");
        return new HttpRequestMessage(HttpMethod.Post, "/api/app/expenses") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
