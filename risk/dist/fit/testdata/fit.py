"""Writes vectors.json: maximum-likelihood fits to 12 digits, by mpmath at 30.

The likelihoods are written down from the distribution functions, the maximum is
where their derivatives in the parameters themselves vanish, and the covariance
is the inverse of the second derivatives there. So nothing is shared with what
it judges but the definition.

    python3 fit.py > vectors.json
"""

import json

from mpmath import mp, mpf, inf, log, exp, sqrt, gamma, loggamma, gammainc, erfc, findroot, diff, matrix

mp.dps = 30


def lognormal(mu, sigma):
    z = lambda x: (log(x) - mu) / sigma
    return (lambda x: -z(x) ** 2 / 2 - log(sigma * x) - log(2 * mp.pi) / 2,
            lambda x: erfc(z(x) / sqrt(2)) / 2 if x > 0 else mpf(1))


def gammas(shape, scale):
    return (lambda x: (shape - 1) * log(x) - x / scale - loggamma(shape) - shape * log(scale),
            lambda x: gammainc(shape, x / scale, inf, regularized=True) if x > 0 else mpf(1))


def weibull(shape, scale):
    return (lambda x: log(shape / scale) + (shape - 1) * log(x / scale) - (x / scale) ** shape,
            lambda x: exp(-(x / scale) ** shape))


def exponential(mean):
    return (lambda x: -x / mean - log(mean), lambda x: exp(-x / mean))


def gpd(threshold):
    def of(scale, shape):
        h = lambda x: log(1 + shape * (x - threshold) / scale) / shape
        return (lambda x: -log(scale) - (1 + shape) * h(x), lambda x: exp(-h(x)) if x > threshold else mpf(1))
    return of


def loglik(family, data, *params):
    density, survival = family(*params)
    total = mpf(0)
    for low, high, threshold, weight in data:
        low, threshold = mpf(low), mpf(threshold)
        if high is None:
            term = log(survival(low))
        elif mpf(high) == low:
            term = density(low)
        else:
            term = log(survival(low) - survival(mpf(high)))
        total += weight * (term - log(survival(threshold)))
    return total


def nb(data, mean, dispersion):
    total = mpf(0)
    for events, exposure, weight in data:
        r, p = mpf(exposure) / dispersion, 1 / (1 + mean * dispersion)
        total += weight * (loggamma(events + r) - loggamma(r) - loggamma(events + 1) + r * log(p) + events * log(1 - p))
    return total


def solve(f, start):
    k = len(start)
    unit = lambda *i: tuple(sum(1 for j in i if j == m) for m in range(k))
    grad = [lambda *x, i=i: diff(f, x, unit(i)) for i in range(k)]
    at = findroot(grad if k > 1 else grad[0], start if k > 1 else start[0], tol=1e-20)
    at = list(at) if k > 1 else [at]
    info = matrix(k, k)
    for i in range(k):
        for j in range(k):
            info[i, j] = -diff(f, tuple(at), unit(i, j))
    cov = info ** -1
    return at, [[cov[i, j] for j in range(k)] for i in range(k)], f(*at)


losses = [27, 82, 115, 126, 155, 161, 243, 294, 340, 384, 457, 680, 855, 877, 974, 1193, 1340, 1884, 2558, 15743]
known = [(x, x, 0, 1) for x in losses]
capped = [(x, x, 0, 1) for x in losses if x < 1000] + [(1000, None, 0, sum(x >= 1000 for x in losses))]
reported = [(x, x, 100, 1) for x in losses if x > 100]
mixed = [(120, 120, 100, 1), (150, 150, 100, 2), (210, 300, 100, 1), (200, 201, 100, 1), (1000, None, 100, 2), (400, 400, 250, 1),
         (255, 255, 250, 1), (700, 700, 0, 1), (0, 80, 0, 2), (30, 30, 0, 1.5), (60, 60, 0, 1), (90, 90, 0, 1), (1700, 1700, 0, 1)]
grouped = [(0, 7500, 0, 99), (7500, 17500, 0, 42), (17500, 32500, 0, 29), (32500, 67500, 0, 28),
           (67500, 125000, 0, 17), (125000, 300000, 0, 9), (300000, None, 0, 3)]
narrow = [(x, x * 1.0001, 0, 1) for x in (98.5, 99.25, 99.5, 100.5, 101.125, 102.5, 104.75)]
sets = dict(known=known, capped=capped, reported=reported, mixed=mixed, grouped=grouped, narrow=narrow)

cases = []


def add(name, family, data, start, f, threshold=None):
    at, cov, height = solve(f, start)
    number = lambda x: float(mp.nstr(x, 15))
    case = dict(family=name, data=data, values=[number(x) for x in at],
                covariance=[[number(x) for x in row] for row in cov], logLikelihood=number(height))
    if threshold is not None:
        case['threshold'] = threshold
    cases.append(case)


def continuous(name, family, data, start, threshold=None):
    add(name, family, sets[data], start, lambda *p: loglik(family, sets[data], *p), threshold)


continuous('lognormal', lognormal, 'known', (6.1, 1.4))
continuous('lognormal', lognormal, 'capped', (6.1, 1.4))
continuous('lognormal', lognormal, 'reported', (5.61, 1.69))
continuous('lognormal', lognormal, 'mixed', (4.36, 1.6))
continuous('lognormal', lognormal, 'grouped', (9.2, 1.6))
continuous('lognormal', lognormal, 'narrow', (4.61374, 0.0197))
continuous('gamma', gammas, 'known', (0.556, 2561))
continuous('gamma', gammas, 'capped', (1.0354, 688.2))
continuous('gamma', gammas, 'mixed', (0.3608, 758.5))
continuous('gamma', gammas, 'grouped', (0.37, 83000))
continuous('gamma', gammas, 'narrow', (2565.56, 0.03932080))
continuous('weibull', weibull, 'known', (0.66, 950))
continuous('weibull', weibull, 'capped', (0.9998, 718))
continuous('weibull', weibull, 'reported', (0.3507, 121.6))
continuous('weibull', weibull, 'mixed', (0.51994, 137.5))
continuous('weibull', weibull, 'grouped', (0.565, 19200))
continuous('weibull', weibull, 'narrow', (47.54, 101.9215))
continuous('exponential', exponential, 'capped', (800,))
continuous('exponential', exponential, 'reported', (1500,))
continuous('exponential', exponential, 'mixed', (400,))
continuous('exponential', exponential, 'grouped', (29721,))
continuous('gpd', gpd(mpf(0)), 'known', (525, 0.64), 0)
continuous('gpd', gpd(mpf(0)), 'grouped', (11188, 0.82), 0)
continuous('gpd', gpd(mpf(100)), 'reported', (435, 0.8), 100)

mites = [(k, 1, n) for k, n in enumerate([70, 38, 17, 10, 9, 3, 2, 1])]
uneven = [(0, 0.5, 1), (3, 1, 1), (1, 1, 1), (7, 1, 1), (4, 2, 1), (9, 1.5, 1), (2, 1, 1), (15, 3, 1), (0, 1, 2)]
add('negbinomialmean', nb, mites, (1.15, 0.98), lambda m, d: nb(mites, m, d))
add('negbinomialmean', nb, uneven, (3.15, 0.895), lambda m, d: nb(uneven, m, d))

print('[\n' + ',\n'.join(json.dumps(c) for c in cases) + '\n]')
