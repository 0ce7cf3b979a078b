using System.Globalization;

namespace SaleAuto.Market;

/// <summary>What a robots.txt says to one robot (RFC 9309).</summary>
public sealed class RobotsTxt
{
    /// <summary>No rules.</summary>
    public static readonly RobotsTxt AllowAll = new([], null);

    private readonly IReadOnlyList<Rule> _rules;

    private RobotsTxt(IReadOnlyList<Rule> rules, TimeSpan? crawlDelay)
    {
        _rules = rules;
        CrawlDelay = crawlDelay;
    }

    /// <summary>Pause between requests that the site asks for; not in the RFC, but widely used.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Reads the groups for the robot, or those for everybody when it has none of its own.</summary>
    public static RobotsTxt Parse(string text, string productToken)
    {
        var own = new Group();
        var everybody = new Group();
        var current = new List<Group>();
        var readingAgents = false;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var content = line.Split('#', 2)[0];
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }
            var (key, value) = (content[..colon].Trim().ToLowerInvariant(), content[(colon + 1)..].Trim());
            if (key == "user-agent")
            {
                if (!readingAgents)
                {
                    current = [];
                }
                readingAgents = true;
                if (value == "*")
                {
                    current.Add(everybody);
                }
                else if (value.Split('/', ' ')[0].Equals(productToken, StringComparison.OrdinalIgnoreCase))
                {
                    own.IsNamed = true;
                    current.Add(own);
                }
                continue;
            }
            if (key is "allow" or "disallow" or "crawl-delay")
            {
                readingAgents = false; // other lines, such as Sitemap, do not end a list of agents
                current.ForEach(group => group.Add(key, value));
            }
        }
        var chosen = own.IsNamed ? own : everybody;
        return new RobotsTxt(chosen.Rules, chosen.CrawlDelay);
    }

    /// <summary>Whether the address may be asked for: the longest rule that fits decides, and of two equal ones the one that allows.</summary>
    public bool Allows(string pathAndQuery)
    {
        var path = PercentEncoding.Normalize(pathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }
        var best = _rules.Where(rule => rule.Fits(path))
            .OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allows)
            .FirstOrDefault();
        return best?.Allows ?? true;
    }

    private sealed class Group
    {
        public List<Rule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; private set; }

        public bool IsNamed { get; set; }

        public void Add(string key, string value)
        {
            if (key != "crawl-delay")
            {
                if (value.Length > 0) // an empty Disallow forbids nothing
                {
                    Rules.Add(new Rule(PercentEncoding.Normalize(value), key == "allow"));
                }
            }
            else if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 86400)
            {
                CrawlDelay = TimeSpan.FromSeconds(seconds);
            }
        }
    }

    private sealed record Rule(string Pattern, bool Allows)
    {
        private readonly bool _isAnchored = Pattern.EndsWith('$');
        private readonly string[] _parts = Pattern.TrimEnd('$').Split('*');

        // Greedy from the left is enough: the parts between stars need only follow one another.
        public bool Fits(string path)
        {
            if (!path.StartsWith(_parts[0], StringComparison.Ordinal))
            {
                return false;
            }
            var position = _parts[0].Length;
            for (var i = 1; i < _parts.Length; i++)
            {
                var isLast = i == _parts.Length - 1;
                var found = isLast && _isAnchored
                    ? path.Length - _parts[i].Length
                    : path.IndexOf(_parts[i], position, StringComparison.Ordinal);
                if (found < position || !path.AsSpan(found).StartsWith(_parts[i], StringComparison.Ordinal))
                {
                    return false;
                }
                position = found + _parts[i].Length;
            }
            return !_isAnchored || position == path.Length;
        }
    }
}
