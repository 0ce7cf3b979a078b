using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SaleAuto.Domain.Tests")]
